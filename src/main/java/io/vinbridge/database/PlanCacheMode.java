package io.vinbridge.database;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Choice of a prepared statement's plan, which PostgreSQL makes by itself unless it is told: by what it expects of
 * both, though it knows nothing of a parameter's value, and takes an array for ten elements.
 */
public enum PlanCacheMode {
    /**
     * A plan for these values: that for whatever values may come is none for a rare one, and goes through a thousand
     * rows for each of a thousand.
     */
    CUSTOM,
    /** The plan that the session keeps: of a row or a few, planning anew costs as much as doing it. */
    GENERIC;

    /** Rows of an array up to which the kept plan is the better one. */
    private static final int FEW = 50;

    private final String sql = "SET LOCAL plan_cache_mode = force_%s_plan".formatted(name().toLowerCase(Locale.ROOT));

    /** The mode for statements that are given so many rows. */
    public static PlanCacheMode of(int rows) {
        return rows > FEW ? CUSTOM : GENERIC;
    }

    /** Sets it for all that follows in the caller's transaction. */
    public void set(JdbcClient jdbc) {
        jdbc.sql(sql).update();
    }
}
