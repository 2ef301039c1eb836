package io.vinbridge.vpic.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the editions and on which of them is in use. */
final class EditionTables {

    private static final String COLUMNS = "id, name, source, sha256, imported_at, newest, patterns, schemas, codes";

    private EditionTables() {}

    /** Puts an edition in use, keeps the one before, and deletes all others. */
    static void use(JdbcClient jdbc, int edition) {
        jdbc.sql("""
                UPDATE vpic_head SET previous = CASE WHEN edition IS DISTINCT FROM :id THEN edition ELSE previous END,
                    edition = :id, moved_at = now()
                """).param("id", edition).update();
        jdbc.sql("""
                DELETE FROM vpic_editions e USING vpic_head h
                WHERE e.id IS DISTINCT FROM h.edition AND e.id IS DISTINCT FROM h.previous
                """).update();
    }

    /** The edition in use; none before the first import. */
    static Optional<Edition> inUse(JdbcClient jdbc) {
        return one(jdbc, "edition");
    }

    /** The edition before; none where there is none. */
    static Optional<Edition> previous(JdbcClient jdbc) {
        return one(jdbc, "previous");
    }

    static Edition of(JdbcClient jdbc, int edition) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vpic_editions WHERE id = :id")
                .param("id", edition)
                .query((row, number) -> edition(row))
                .single();
    }

    static byte[] commons(JdbcClient jdbc, int edition) {
        return jdbc.sql("SELECT commons FROM vpic_editions WHERE id = :id")
                .param("id", edition)
                .query((row, number) -> row.getBytes("commons"))
                .single();
    }

    private static Optional<Edition> one(JdbcClient jdbc, String which) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vpic_editions WHERE id = (SELECT " + which + " FROM vpic_head)")
                .query((row, number) -> edition(row))
                .optional();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        Timestamp newest = row.getTimestamp("newest");
        Instant at = newest == null ? null : newest.toInstant();
        return new Edition(
                row.getInt("id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("sha256"),
                row.getTimestamp("imported_at").toInstant(),
                at,
                row.getLong("patterns"),
                row.getInt("schemas"),
                row.getInt("codes"));
    }
}
