package io.vinbridge.vpic.edition;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a compact edition on their way into the database, and out of it. */
final class CompactRows implements CompactEdition.Taker {

    private static final int BATCH = 500;
    private static final String INTO_CODES = "INSERT INTO vpic_codes (edition, code, body) VALUES (?, ?, ?)";
    private static final String INTO_SCHEMAS = "INSERT INTO vpic_schemas (edition, id, body) VALUES (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final String source;
    private final List<Object[]> codes = new ArrayList<>();
    private final List<Object[]> schemas = new ArrayList<>();
    private int edition;

    CompactRows(JdbcTemplate jdbc, String source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Writes the rest, counts, and says which edition it is. */
    int finish() {
        flush(INTO_CODES, codes);
        flush(INTO_SCHEMAS, schemas);
        jdbc.update("""
                UPDATE vpic_editions SET codes = (SELECT count(*) FROM vpic_codes c WHERE c.edition = vpic_editions.id),
                    schemas = (SELECT count(*) FROM vpic_schemas s WHERE s.edition = vpic_editions.id) WHERE id = ?
                """, edition);
        return edition;
    }

    @Override
    public void head(CompactEdition.Head head) {
        edition = jdbc.queryForObject(
                """
                INSERT INTO vpic_editions (name, source, sha256, newest, patterns, commons)
                VALUES (?, ?, ?, to_timestamp(?::float8 / 1000), ?, ?) RETURNING id
                """,
                Integer.class,
                head.name(),
                source == null ? head.source() : source,
                head.sha256(),
                head.newest() == null ? null : head.newest().toEpochMilli(),
                head.patterns(),
                head.commons());
    }

    @Override
    public void code(String code, byte[] body) {
        add(INTO_CODES, codes, code, body);
    }

    @Override
    public void schema(int id, byte[] body) {
        add(INTO_SCHEMAS, schemas, id, body);
    }

    private void add(String sql, List<Object[]> rows, Object key, byte[] body) {
        rows.add(new Object[] {edition, key, body});
        if (rows.size() == BATCH) {
            flush(sql, rows);
        }
    }

    private void flush(String sql, List<Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
        rows.clear();
    }

    /** Writes the edition in use into a file. */
    static void export(JdbcTemplate jdbc, Edition edition, OutputStream file) throws IOException {
        CompactEdition.Head head = new CompactEdition.Head(
                edition.name(),
                edition.source(),
                edition.sha256(),
                edition.newest(),
                edition.patterns(),
                EditionTables.commons(JdbcClient.create(jdbc), edition.id()));
        CompactEdition.write(
                file,
                head,
                new Stored(jdbc, edition.id(), "code", "vpic_codes", edition.codes()),
                new Stored(jdbc, edition.id(), "id", "vpic_schemas", edition.schemas()));
    }

    /** Rows of a table in the order of their keys. */
    private record Stored(JdbcTemplate jdbc, int edition, String key, String table, int count)
            implements CompactEdition.Rows {

        @Override
        public void writeTo(DataOutputStream out) throws IOException {
            try {
                jdbc.query(
                        "SELECT " + key + ", body FROM " + table + " WHERE edition = ? ORDER BY " + key,
                        row -> {
                            try {
                                if (key.equals("id")) {
                                    out.writeInt(row.getInt(1));
                                } else {
                                    out.writeUTF(row.getString(1));
                                }
                                CompactEdition.body(out, row.getBytes(2));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        edition);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
