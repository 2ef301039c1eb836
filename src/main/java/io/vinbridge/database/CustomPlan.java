package io.vinbridge.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Custom plan of statements that their values make costly: a session keeps one generic plan of each, made for a few
 * rows and for values of which nothing is known, and that one goes through all rows for each of a thousand.
 */
public final class CustomPlan {

    private CustomPlan() {}

    /** Has all that follows in the caller's transaction planned anew, for the values that are given. */
    public static void inTransaction(JdbcClient jdbc) {
        jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
    }
}
