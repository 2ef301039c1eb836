package io.vinbridge.database;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that have been kept for long enough, deleted some thousand at a time, so that nobody waits for it. */
@Component
public class ExpiredRows {

    private static final int PART = 5_000;

    private final JdbcClient jdbc;

    ExpiredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deletes all that have expired by now, and returns how many. A row that another transaction changes at this moment
     * moves away under the deletion, which leaves it out: a part that is not full is no sign that it was the last.
     *
     * @param age the column that says since when a row is kept, behind what else must hold
     */
    public long delete(String table, String age, Duration keep) {
        String sql = "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < :before LIMIT %3$d))"
                .formatted(table, age, PART);
        OffsetDateTime before = jdbc.sql("SELECT now() - :keep::interval")
                .param("keep", keep.toString())
                .query(OffsetDateTime.class)
                .single();
        long all = 0;
        int some;
        do {
            some = jdbc.sql(sql).param("before", before).update();
            all += some;
        } while (some > 0);
        return all;
    }
}
