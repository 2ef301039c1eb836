package io.vinbridge.ops.routes.revisions;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.tracing.Correlation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revisions of the operator's routes, and which of them run on all nodes. A new one is committed with an optimistic
 * check on the head.
 */
@Component
public class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private static final String ADD = """
            INSERT INTO route_revisions (file, content, origin, author, note, refusal, correlation_id, replaces)
            VALUES (:file, :content, :origin, :author, :note, :refusal, :correlationId, (SELECT revision FROM route_files WHERE file = :file)) RETURNING number
            """;
    private static final String READ = """
            SELECT r.number, r.file, r.content, b.content AS before, r.origin, r.author, r.note, r.refusal, r.correlation_id,
                   r.made_at
            FROM route_revisions r LEFT JOIN route_revisions b ON b.number = r.replaces
            """;

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Routes that all nodes are to run.
     *
     * @param number of the newest revision in it
     */
    public record Truth(long number, RouteSet routes) {}

    /** The number of the truth: where it is another one, the truth is. */
    public long head() {
        return jdbc.sql("SELECT number FROM route_head").query(Long.class).single();
    }

    public Truth truth() {
        TreeMap<String, String> files = new TreeMap<>();
        // One statement, so that number and files belong together.
        long number = jdbc.sql("SELECT h.number, f.file, r.content FROM route_head h LEFT JOIN route_files f ON true"
                        + " LEFT JOIN route_revisions r ON r.number = f.revision")
                .query(rows -> {
                    long head = 0;
                    while (rows.next()) {
                        head = rows.getLong("number");
                        if (rows.getString("file") != null) {
                            files.put(rows.getString("file"), rows.getString("content"));
                        }
                    }
                    return head;
                });
        return new Truth(number, new RouteSet(files));
    }

    /**
     * Makes edits the truth, all together. Empty where that is not any more what they were made upon; else its new
     * number.
     */
    @Transactional
    public Optional<Long> apply(List<RouteEdit> edits, long upon) {
        long head = jdbc.sql("SELECT number FROM route_head FOR UPDATE")
                .query(Long.class)
                .single();
        if (head != upon) {
            return Optional.empty();
        }
        for (RouteEdit edit : edits) {
            head = add(edit, edit.text(), null);
            LOG.info(
                    "Route file {}: {} by {} ({}) is applied as revision {}, {} characters",
                    edit.file(),
                    edit.text() == null ? "its removal" : "an edit",
                    edit.author(),
                    edit.origin().word(),
                    head,
                    edit.text() == null ? 0 : edit.text().length());
            jdbc.sql("DELETE FROM route_files WHERE file = :file")
                    .param("file", edit.file())
                    .update();
            if (edit.text() != null) {
                jdbc.sql("INSERT INTO route_files (file, revision) VALUES (:file, :head)")
                        .param("file", edit.file())
                        .param("head", head)
                        .update();
            }
        }
        jdbc.sql("UPDATE route_head SET number = :head").param("head", head).update();
        return Optional.of(head);
    }

    /** Writes down an edit that was refused. */
    public void refuse(RouteEdit edit, String reason, boolean keepText) {
        add(edit, keepText ? edit.text() : null, reason);
    }

    private long add(RouteEdit edit, String text, String refusal) {
        return jdbc.sql(ADD)
                .param("file", edit.file())
                .param("content", storable(text))
                .param("origin", edit.origin().word())
                .param("author", edit.author())
                .param("note", edit.note())
                .param("refusal", storable(refusal))
                .param("correlationId", Correlation.id())
                .query(Long.class)
                .single();
    }

    /** Without what PostgreSQL keeps in no text: a bad file may have it, and is written down as refused. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** Revisions of a file, the newest first. */
    public List<Revision> list(String file, long before, int limit) {
        return jdbc.sql(READ + " WHERE r.file = :file AND r.number < :before ORDER BY r.number DESC LIMIT :limit")
                .param("file", file)
                .param("before", before)
                .param("limit", limit)
                .query(Revisions::revision)
                .list();
    }

    /** One that was applied; empty where there is none of that number for the file. */
    public Optional<Revision> applied(String file, long number) {
        return jdbc
                .sql(READ + " WHERE r.file = :file AND r.number = :number AND r.refusal IS NULL")
                .param("file", file)
                .param("number", number)
                .query(Revisions::revision)
                .list()
                .stream()
                .findFirst();
    }

    /** The one of a file that runs. */
    public Optional<Revision> current(String file) {
        return jdbc
                .sql(READ + " JOIN route_files f ON f.revision = r.number WHERE f.file = :file")
                .param("file", file)
                .query(Revisions::revision)
                .list()
                .stream()
                .findFirst();
    }

    /** All that run, by file. */
    public List<Revision> current() {
        return jdbc.sql(READ + " JOIN route_files f ON f.revision = r.number ORDER BY f.file")
                .query(Revisions::revision)
                .list();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getLong("number"),
                row.getString("file"),
                row.getString("content"),
                row.getString("before"),
                row.getString("origin"),
                row.getString("author"),
                row.getString("note"),
                row.getString("refusal"),
                row.getString("correlation_id"),
                InstantColumn.of(row, "made_at"));
    }
}
