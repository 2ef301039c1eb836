package io.vinbridge.refresh.comparison;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.work.CallCause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Budget that comparing has of the day's calls, counted in the database for the whole cluster before a call is made.
 */
@Component
class ComparisonBudget {

    private static final String TAKE = """
            INSERT INTO comparison_budget AS b (day, spent) SELECT (now() AT TIME ZONE 'UTC')::date, 1 WHERE :most > 0
            ON CONFLICT (day) DO UPDATE SET spent = b.spent + 1 WHERE b.spent < :most
            """;

    private final JdbcClient jdbc;
    private final long most;

    ComparisonBudget(JdbcClient jdbc, ChromeDataSettings settings) {
        this.jdbc = jdbc;
        this.most = settings.compare().callsPerDay();
    }

    /**
     * Takes one call, where there is one left; what a person wants at the command line is bounded by the day's budget
     * alone.
     */
    boolean take(CallCause cause) {
        return cause == CallCause.FORCED || jdbc.sql(TAKE).param("most", most).update() > 0;
    }
}
