package io.vinbridge.vehicles;

import io.vinbridge.chromedata.description.DataVersion;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The data builds that ChromeData has published, by country, as far as we have seen. */
@Component
public class DataBuilds {

    private final JdbcTemplate jdbc;

    DataBuilds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether none was seen yet, as before the first look of an installation. */
    public boolean unknown() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT NOT EXISTS (SELECT FROM data_builds)", Boolean.class));
    }

    /** Remembers what getVersionInfo answered, in the caller's transaction. */
    public void seen(List<DataVersion> versions) {
        for (DataVersion version : versions) {
            jdbc.update("""
                    INSERT INTO data_builds (country, build, date) VALUES (?, ?, ?)
                    ON CONFLICT (country) DO UPDATE SET build = excluded.build, date = excluded.date, seen_at = now()
                    """, version.country(), version.build(), version.date());
        }
    }
}
