package io.vinbridge.vpic.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Statements on the editions and on which of them is in use. */
final class EditionTables {

    private static final String COLUMNS = "id, name, source, sha256, imported_at, newest, patterns, schemas, codes";

    private EditionTables() {}

    /** Puts an edition in use, keeps the one before, and deletes all others. */
    static void use(JdbcOperations jdbc, int edition) {
        jdbc.update("""
                UPDATE vpic_head SET previous = CASE WHEN edition IS DISTINCT FROM ? THEN edition ELSE previous END, edition = ?,
                    moved_at = now()
                """, edition, edition);
        jdbc.update("""
                DELETE FROM vpic_editions e USING vpic_head h
                WHERE e.id IS DISTINCT FROM h.edition AND e.id IS DISTINCT FROM h.previous
                """);
    }

    /** The edition in use; none before the first import. */
    static Optional<Edition> inUse(JdbcOperations jdbc) {
        return one(jdbc, "edition");
    }

    /** The edition before; none where there is none. */
    static Optional<Edition> previous(JdbcOperations jdbc) {
        return one(jdbc, "previous");
    }

    static Edition of(JdbcOperations jdbc, int edition) {
        return jdbc.queryForObject(
                "SELECT " + COLUMNS + " FROM vpic_editions WHERE id = ?", (row, number) -> edition(row), edition);
    }

    static byte[] commons(JdbcOperations jdbc, int edition) {
        return jdbc.queryForObject("SELECT commons FROM vpic_editions WHERE id = ?", byte[].class, edition);
    }

    private static Optional<Edition> one(JdbcOperations jdbc, String which) {
        List<Edition> found = jdbc.query(
                "SELECT " + COLUMNS + " FROM vpic_editions WHERE id = (SELECT " + which + " FROM vpic_head)",
                (row, number) -> edition(row));
        return found.stream().findFirst();
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
