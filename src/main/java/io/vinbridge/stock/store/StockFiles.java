package io.vinbridge.stock.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.store.StockFile.Column;
import io.vinbridge.vehicles.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stock files as readers and people see them, and a person's yes or no to one that is held. */
@Component
public class StockFiles {

    public static final String COLUMNS = """
            number, id, dealer, mode, new_ending, again, state, reason, detail, encode(sha256, 'hex') AS sha256, bytes, charset, said_at, received_at,
                finished_at, correlation_id, counts::text AS counts, columns::text AS columns, token
            """;

    private static final String LIST = "SELECT " + COLUMNS + """
            FROM stock_files WHERE number < :before AND (:dealer::text IS NULL OR dealer = :dealer)
                AND (:state::text IS NULL OR state = :state)
            ORDER BY number DESC LIMIT :limit
            """;

    /**
     * Since it was read nothing else may have been taken: what it differs in was found against what was there then. One
     * that is older speaks as of when it came, or all that was taken before would outdo it.
     */
    private static final String RELEASE = """
            UPDATE stock_files f SET state = 'taking', begun = 0,
                said_at = CASE reason WHEN 'older' THEN received_at ELSE said_at END
            WHERE id = :id AND state = 'held' AND NOT EXISTS (SELECT FROM stock_files later
                WHERE later.dealer = f.dealer AND later.number > f.number AND later.state IN ('received', 'taking', 'taken'))
            """;

    private static final String DISCARD =
            "UPDATE stock_files SET state = 'discarded', finished_at = now() WHERE id = :id AND state = 'held'";

    private final JdbcClient jdbc;

    StockFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some of them, the newest first; null for any dealer and any state. */
    public List<StockFile> list(String dealer, StockFileState state, long before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("dealer", dealer)
                .param("state", state == null ? null : state.word())
                .param("limit", limit)
                .query(StockFiles::file)
                .list();
    }

    /**
     * A file of a dealer.
     *
     * @throws Failure if there is none
     */
    public StockFile get(String dealer, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM stock_files WHERE id = :id AND dealer = :dealer")
                .param("id", id)
                .param("dealer", dealer)
                .query(StockFiles::file)
                .optional()
                .orElseThrow(() ->
                        new Failure(Reason.NOT_FOUND, "There is no stock file " + id + " of the dealer " + dealer));
    }

    /**
     * Says yes to a file that is held: it is taken, and outdoes nothing that was said since it came.
     *
     * @throws Failure if it is not held any more, or a later file came
     */
    @Transactional
    public StockFile release(String dealer, UUID id) {
        return decide(dealer, id, RELEASE, "a later file of the dealer came after it, which counts");
    }

    /**
     * Says no to a file that is held: nothing of it is taken.
     *
     * @throws Failure if it is not held any more
     */
    @Transactional
    public StockFile discard(String dealer, UUID id) {
        return decide(dealer, id, DISCARD, "it was decided meanwhile");
    }

    private StockFile decide(String dealer, UUID id, String sql, String otherwise) {
        get(dealer, id);
        if (jdbc.sql(sql).param("id", id).update() == 0) {
            StockFile now = get(dealer, id);
            throw new Failure(
                    Reason.CONFLICT,
                    "The file is " + now.state().word()
                            + (now.state() == StockFileState.HELD
                                    ? ", and " + otherwise
                                    : ", and only one that is held waits for a decision"));
        }
        return get(dealer, id);
    }

    public static StockFile file(ResultSet row, int number) throws SQLException {
        return new StockFile(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                row.getString("dealer"),
                row.getString("mode").equals("whole"),
                row.getBoolean("new_ending"),
                row.getBoolean("again"),
                StockFileState.stored(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("charset"),
                InstantColumn.of(row, "said_at"),
                InstantColumn.of(row, "received_at"),
                InstantColumn.of(row, "finished_at"),
                row.getString("correlation_id"),
                counts(row.getString("counts")),
                columns(row.getString("columns")),
                row.getLong("token"));
    }

    private static StockCounts counts(String json) {
        return json.equals("{}") ? StockCounts.NONE : CanonicalJson.read(json, StockCounts.class);
    }

    private static List<Column> columns(String json) {
        List<Column> columns = new ArrayList<>();
        CanonicalJson.read(json, JsonNode.class)
                .forEach(one -> columns.add(
                        new Column(one.path("name").asText(), one.path("means").asText(null))));
        return columns;
    }
}
