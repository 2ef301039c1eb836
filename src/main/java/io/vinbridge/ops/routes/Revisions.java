package io.vinbridge.ops.routes;

import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.tracing.Correlation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revisions of the operator's routes, and which of them run on all nodes. A new one is committed with an optimistic check on the head. */
@Component
class Revisions {

    private static final String ADD = """
            INSERT INTO route_revisions (file, content, origin, author, note, refusal, correlation_id, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT revision FROM route_files WHERE file = ?)) RETURNING number
            """;
    private static final String READ = """
            SELECT r.number, r.file, r.content, b.content AS before, r.origin, r.author, r.note, r.refusal, r.correlation_id,
                   r.made_at
            FROM route_revisions r LEFT JOIN route_revisions b ON b.number = r.replaces
            """;

    private final JdbcTemplate jdbc;

    Revisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Routes that all nodes are to run.
     *
     * @param number of the newest revision in it
     */
    record Truth(long number, RouteSet routes) {}

    /** The number of the truth: where it is another one, the truth is. */
    long head() {
        return jdbc.queryForObject("SELECT number FROM route_head", Long.class);
    }

    Truth truth() {
        TreeMap<String, String> files = new TreeMap<>();
        // One statement, so that number and files belong together.
        long number = jdbc.query(
                "SELECT h.number, f.file, r.content FROM route_head h LEFT JOIN route_files f ON true"
                        + " LEFT JOIN route_revisions r ON r.number = f.revision",
                rows -> {
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

    /** Makes edits the truth, all together. Empty where that is not any more what they were made upon; else its new number. */
    @Transactional
    public Optional<Long> apply(List<RouteEdit> edits, long upon) {
        long head = jdbc.queryForObject("SELECT number FROM route_head FOR UPDATE", Long.class);
        if (head != upon) {
            return Optional.empty();
        }
        for (RouteEdit edit : edits) {
            head = add(edit, edit.text(), null);
            jdbc.update("DELETE FROM route_files WHERE file = ?", edit.file());
            if (edit.text() != null) {
                jdbc.update("INSERT INTO route_files (file, revision) VALUES (?, ?)", edit.file(), head);
            }
        }
        jdbc.update("UPDATE route_head SET number = ?", head);
        return Optional.of(head);
    }

    /** Writes down an edit that was refused. */
    void refuse(RouteEdit edit, String reason, boolean keepText) {
        add(edit, keepText ? edit.text() : null, reason);
    }

    private long add(RouteEdit edit, String text, String refusal) {
        return jdbc.queryForObject(
                ADD,
                Long.class,
                edit.file(),
                storable(text),
                edit.origin().word(),
                edit.author(),
                edit.note(),
                storable(refusal),
                Correlation.id(),
                edit.file());
    }

    /** Without what PostgreSQL keeps in no text: a bad file may have it, and is written down as refused. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    /** Revisions of a file, the newest first. */
    List<Revision> list(String file, long before, int limit) {
        return jdbc.query(
                READ + " WHERE r.file = ? AND r.number < ? ORDER BY r.number DESC LIMIT ?",
                Revisions::revision,
                file,
                before,
                limit);
    }

    /** One that was applied; empty where there is none of that number for the file. */
    Optional<Revision> applied(String file, long number) {
        return jdbc
                .query(
                        READ + " WHERE r.file = ? AND r.number = ? AND r.refusal IS NULL",
                        Revisions::revision,
                        file,
                        number)
                .stream()
                .findFirst();
    }

    /** The one of a file that runs. */
    Optional<Revision> current(String file) {
        return jdbc
                .query(
                        READ + " JOIN route_files f ON f.revision = r.number WHERE f.file = ?",
                        Revisions::revision,
                        file)
                .stream()
                .findFirst();
    }

    /** All that run, by file. */
    List<Revision> current() {
        return jdbc.query(READ + " JOIN route_files f ON f.revision = r.number ORDER BY f.file", Revisions::revision);
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
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
