package io.vinbridge.vehicles.catalog;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.description.DataVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data builds that ChromeData has published, by country, as far as we have seen. */
@Component
public class DataBuilds {

    /** The subquery in RETURNING sees the row as it was before this statement. */
    private static final String SEEN = """
            INSERT INTO data_builds (country, build, date) VALUES (:country, :build, :date)
            ON CONFLICT (country) DO UPDATE SET build = excluded.build, date = excluded.date, seen_at = now()
            RETURNING (SELECT build FROM data_builds WHERE country = :country)
            """;

    private final JdbcClient jdbc;
    private final Account account;

    DataBuilds(JdbcClient jdbc, Account account) {
        this.jdbc = jdbc;
        this.account = account;
    }

    /** True if there is a service that tells them: ADS does, CVD does not. */
    public boolean told() {
        return account.complete();
    }

    /** True if none was seen yet, as before the first fetch of an installation. */
    public boolean unknown() {
        return Boolean.TRUE.equals(jdbc.sql("SELECT NOT EXISTS (SELECT FROM data_builds)")
                .query(Boolean.class)
                .single());
    }

    /**
     * Remembers what getVersionInfo answered, in the caller's transaction. Returns the build of this deployment's
     * country where it is a new one, in place of another seen before; empty where it is the first, or the same.
     */
    public Optional<String> seen(List<DataVersion> versions) {
        Optional<String> newBuild = Optional.empty();
        for (DataVersion version : versions) {
            String before = jdbc.sql(SEEN)
                    .param("country", version.country())
                    .param("build", version.build())
                    .param("date", version.date())
                    .query(String.class)
                    .optional()
                    .orElse(null);
            if (version.country().equals(account.country()) && before != null && !before.equals(version.build())) {
                newBuild = Optional.of(version.build());
            }
        }
        return newBuild;
    }
}
