package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.SchemaValue;
import io.vinbridge.vpic.data.VinSchema;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Packer of an edition: reads the staging area in the order in which rows belong together, and writes few rows of many.
 */
final class EditionPacker {

    private static final int BATCH = 200;
    private static final int OPEN_END = 2999;

    private final JdbcTemplate jdbc;
    private final int edition;
    private final EditionCommons commons;
    private final Map<SchemaValue, SchemaValue> known = new HashMap<>();
    private final List<Object[]> rows = new ArrayList<>();
    private long patterns;

    EditionPacker(JdbcTemplate jdbc, int edition, EditionCommons commons) {
        this.jdbc = jdbc;
        this.edition = edition;
        this.commons = commons;
    }

    /** How many patterns were packed. */
    long patterns() {
        return patterns;
    }

    /** Packs the manufacturers' codes. */
    int codes() {
        jdbc.execute("""
                CREATE TEMP TABLE vpic_in_links AS SELECT wmiid, array_agg(vinschemaid ORDER BY l.id) AS schemas,
                    array_agg(yearfrom ORDER BY l.id) AS years_from, array_agg(coalesce(yearto, %d) ORDER BY l.id) AS years_to
                FROM vpic_in_wmi_vinschema l JOIN vpic_in_vinschema s ON s.id = vinschemaid WHERE yearfrom IS NOT NULL GROUP BY wmiid
                """.formatted(OPEN_END));
        int[] count = {0};
        jdbc.query("""
                WITH made AS (SELECT m.wmiid, array_agg(k.name ORDER BY k.id) AS makes
                    FROM vpic_in_wmi_make m JOIN vpic_in_make k ON k.id = m.makeid GROUP BY m.wmiid)
                SELECT upper(w.wmi) AS code, (extract(epoch FROM publicavailabilitydate) * 1000)::bigint AS public_from, vehicletypeid,
                    trucktypeid, f.name AS manufacturer, c.name AS country, l.schemas, l.years_from, l.years_to, m.makes
                FROM (SELECT DISTINCT ON (upper(wmi)) * FROM vpic_in_wmi WHERE wmi IS NOT NULL ORDER BY upper(wmi), id) w
                LEFT JOIN vpic_in_manufacturer f ON f.id = w.manufacturerid
                LEFT JOIN vpic_in_words c ON c.source = 'country' AND c.id = w.countryid::text
                LEFT JOIN vpic_in_links l ON l.wmiid = w.id
                LEFT JOIN made m ON m.wmiid = w.id
                """, row -> {
            ManufacturerCode code = code(row);
            write(
                    "INSERT INTO vpic_codes (edition, code, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    code.code(),
                    code.pack());
            count[0]++;
        });
        flush("INSERT INTO vpic_codes (edition, code, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        return count[0];
    }

    /** Packs the schemas with their patterns. */
    int schemas() {
        jdbc.execute("""
                CREATE TEMP TABLE vpic_in_named AS
                SELECT m.id::text AS id, min(m.name) AS name,
                    array_agg(k.name ORDER BY mm.id) FILTER (WHERE k.id IS NOT NULL) AS makes
                FROM vpic_in_model m LEFT JOIN vpic_in_make_model mm ON mm.modelid = m.id LEFT JOIN vpic_in_make k ON k.id = mm.makeid
                GROUP BY m.id
                """);
        jdbc.execute("ANALYZE vpic_in_named");
        String sql = "INSERT INTO vpic_schemas (edition, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        List<VinSchema.Pattern> gathered = new ArrayList<>();
        int[] state = {0, 0, 0};
        try (StagedSheets sheets = StagedSheets.open(jdbc)) {
            jdbc.query("""
                SELECT s.id AS schema, coalesce(s.tobeqced, false) AS unreviewed, p.id, p.keys, p.elementid, p.attributeid,
                    %s AS changed, n.name AS model, n.makes
                FROM vpic_in_pattern p JOIN vpic_in_vinschema s ON s.id = p.vinschemaid
                LEFT JOIN vpic_in_named n ON p.elementid = 28 AND n.id = p.attributeid
                WHERE p.keys IS NOT NULL AND p.vinschemaid IN (SELECT vinschemaid FROM vpic_in_wmi_vinschema)
                ORDER BY s.id, p.keys, p.id
                """.formatted(CommonsReader.CHANGED), row -> {
                int schema = row.getInt("schema");
                if (schema != state[0] && !gathered.isEmpty()) {
                    write(sql, state[0], VinSchema.pack(state[1] != 0, gathered, sheets.of(state[0])));
                    gathered.clear();
                    state[2]++;
                }
                state[0] = schema;
                state[1] = row.getBoolean("unreviewed") ? 1 : 0;
                gathered.add(pattern(row));
                patterns++;
            });
            if (!gathered.isEmpty()) {
                write(sql, state[0], VinSchema.pack(state[1] != 0, gathered, sheets.of(state[0])));
                state[2]++;
            }
        }
        flush(sql);
        return state[2];
    }

    private void write(String sql, Object key, byte[] body) {
        rows.add(new Object[] {edition, key, body});
        if (rows.size() == BATCH) {
            flush(sql);
        }
    }

    private void flush(String sql) {
        jdbc.batchUpdate(sql, rows, new int[] {Types.INTEGER, Types.OTHER, Types.BINARY});
        rows.clear();
        known.clear();
    }

    private VinSchema.Pattern pattern(ResultSet row) throws SQLException {
        int element = row.getInt("elementid");
        EditionCommons.Element of = commons.elements().get(element);
        long changed = row.getLong("changed");
        if (row.wasNull()) {
            changed = VinSchema.NEVER;
        }
        SchemaValue value = new SchemaValue(row.getString("attributeid"), row.getString("model"), texts(row, "makes"));
        boolean says = of != null && of.decoded() && value.attribute() != null;
        return new VinSchema.Pattern(
                row.getInt("id"),
                row.getString("keys"),
                says ? element : 0,
                known.computeIfAbsent(value, first -> first),
                changed);
    }

    private static ManufacturerCode code(ResultSet row) throws SQLException {
        long publicFrom = row.getLong("public_from");
        if (row.wasNull()) {
            publicFrom = VinSchema.NEVER;
        }
        List<ManufacturerCode.Link> links = new ArrayList<>();
        int[] schemas = numbers(row, "schemas");
        int[] from = numbers(row, "years_from");
        int[] to = numbers(row, "years_to");
        for (int i = 0; i < schemas.length; i++) {
            links.add(new ManufacturerCode.Link(schemas[i], from[i], Math.max(from[i] - 1, to[i])));
        }
        return new ManufacturerCode(
                row.getString("code"),
                publicFrom,
                row.getInt("vehicletypeid"),
                row.getInt("trucktypeid"),
                row.getString("manufacturer"),
                row.getString("country"),
                texts(row, "makes"),
                links);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object one : (Object[]) array.getArray()) {
            texts.add((String) one);
        }
        return texts;
    }

    private static int[] numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return new int[0];
        }
        Object[] all = (Object[]) array.getArray();
        int[] numbers = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            numbers[i] = ((Number) all[i]).intValue();
        }
        return numbers;
    }
}
