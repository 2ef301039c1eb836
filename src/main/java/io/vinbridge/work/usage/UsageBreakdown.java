package io.vinbridge.work.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Breakdown of the ledger in calls and money. A call belongs to the UTC day on which it was settled. */
@Component
public class UsageBreakdown {

    /** Common trait of the calls of one line. */
    public enum By {
        DAY("to_char(l.day, 'YYYY-MM-DD')"),
        MONTH("to_char(l.day, 'YYYY-MM')"),
        CAUSE("l.cause"),
        SERVICE("coalesce(l.service, CASE l.kind WHEN 'gallery' THEN 'media' ELSE 'ads' END)"),
        KEY("l.request_key"),
        RUN("r.id::text");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }
    }

    private static final String PRICED = """
            FROM ledger l LEFT JOIN (VALUES ('ads', CAST(:ads AS numeric)), ('cvd', CAST(:cvd AS numeric)),
                ('vss', CAST(:vss AS numeric)), ('media', CAST(:media AS numeric))) AS price (service, each)
                ON price.service = coalesce(l.service, CASE l.kind WHEN 'gallery' THEN 'media' ELSE 'ads' END)
            """;

    private static final String SHARES = """
            SELECT %s AS name, sum(l.calls) AS calls,
                coalesce(sum(l.calls) FILTER (WHERE l.outcome = 'equal'), 0) AS equal,
                coalesce(sum(l.calls) FILTER (WHERE l.outcome = 'failed'), 0) AS failed,
                coalesce(sum(l.calls) FILTER (WHERE l.outcome = 'lost'), 0) AS lost,
                sum(l.vehicles) AS vehicles, round(sum(l.calls * price.each), 2) AS cost
            """ + PRICED + """
            %s WHERE l.day BETWEEN :from AND :to GROUP BY 1 ORDER BY %s LIMIT :most
            """;

    private static final String CALLS =
            """
            SELECT l.id, l.at, coalesce(l.service, CASE l.kind WHEN 'gallery' THEN 'media' ELSE 'ads' END) AS service, l.kind, l.request_key AS key, l.cause,
                l.correlation_id, l.calls, l.outcome, l.vehicles, round(l.calls * price.each, 2) AS cost
            """ + PRICED + "WHERE l.day BETWEEN :from AND :to AND l.id < :before ORDER BY l.id DESC LIMIT :most";

    private final JdbcClient jdbc;
    private final PriceSettings prices;

    UsageBreakdown(JdbcClient jdbc, PriceSettings prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    /** The most, of days and months the latest first, of all else the dearest. */
    public List<UsageShare> shares(By by, LocalDate from, LocalDate to, int most) {
        boolean byTime = by == By.DAY || by == By.MONTH;
        String runs = by == By.RUN ? "JOIN refresh_runs r ON r.correlation_id = l.correlation_id" : "";
        return priced(SHARES.formatted(by.sql, runs, byTime ? "1 DESC" : "cost DESC NULLS LAST, calls DESC, 1"))
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(UsageShare.class)
                .list();
    }

    /**
     * A line of the ledger: what one claim of one piece of work called.
     *
     * @param service {@code ads}, {@code cvd}, {@code vss} or {@code media}
     * @param cost money; null where no price is set
     */
    public record Entry(
            long id,
            OffsetDateTime at,
            String service,
            String kind,
            String key,
            String cause,
            String correlationId,
            int calls,
            String outcome,
            int vehicles,
            @Nullable BigDecimal cost) {}

    /** Lines of the ledger before one, the latest first. */
    public List<Entry> calls(LocalDate from, LocalDate to, long before, int most) {
        return priced(CALLS)
                .param("from", from)
                .param("to", to)
                .param("before", before)
                .param("most", most)
                .query(Entry.class)
                .list();
    }

    private StatementSpec priced(String sql) {
        return jdbc.sql(sql)
                .param("ads", prices.ads())
                .param("cvd", prices.cvd())
                .param("vss", prices.vss())
                .param("media", prices.media());
    }
}
