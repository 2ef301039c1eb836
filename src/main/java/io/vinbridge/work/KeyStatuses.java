package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Status of the request keys that somebody waits for. */
@Component
public class KeyStatuses {

    private static final String SETTLED = """
            SELECT asked.key, w.failure, w.failure_detail,
                CASE WHEN isfinite(w.due_at) THEN ceil(extract(epoch FROM w.due_at - now())) END AS rest
            FROM unnest(:keys::text[]) AS asked (key) LEFT JOIN work w ON w.request_key = asked.key
            WHERE w.request_key IS NULL OR (w.token IS NULL AND w.failure IS NOT NULL AND w.due_at > now())
            """;

    private final JdbcClient jdbc;

    KeyStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Status of the keys that are settled, or rest after a failure; keys that are queued or under way are left out. */
    public List<KeyStatus> settled(Collection<String> keys) {
        return jdbc.sql(SETTLED)
                .param("keys", ArrayColumn.TEXT.of(keys))
                .query(KeyStatuses::standing)
                .list();
    }

    /** Keys of these that are queued in a lane and not claimed. */
    public List<String> queued(Collection<String> keys, Lane lane) {
        return jdbc.sql(
                        "SELECT request_key FROM work WHERE request_key = ANY (:keys) AND lane = :lane AND token IS NULL")
                .param("keys", ArrayColumn.TEXT.of(keys))
                .param("lane", lane.level())
                .query(String.class)
                .list();
    }

    private static KeyStatus standing(ResultSet row, int number) throws SQLException {
        String reason = row.getString("failure");
        if (reason == null) {
            return new KeyStatus(row.getString("key"), null);
        }
        long rest = row.getLong("rest");
        Duration wait = row.wasNull() ? null : Duration.ofSeconds(rest);
        return new KeyStatus(
                row.getString("key"), new Failure(Reason.valueOf(reason), row.getString("failure_detail"), wait));
    }
}
