package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.data.SpecSheet;
import io.vinbridge.vpic.data.VinSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Specification sheets in the staging area, in the order of the schemas that name their models. They are read beside
 * the patterns, never all at once.
 */
final class StagedSheets implements AutoCloseable {

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private Row next;

    private StagedSheets(Stream<Row> stream) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.next = rows.hasNext() ? rows.next() : null;
    }

    /** Opens them. What is not reviewed yet is left out, and a sheet of other years than the schema is linked to. */
    static StagedSheets open(JdbcTemplate jdbc) {
        jdbc.execute("""
                CREATE TEMP TABLE vpic_in_sheets AS
                SELECT s.id AS spec, m.modelid::text AS model, k.name AS make, s.vehicletypeid,
                    coalesce(array_agg(DISTINCT y.year) FILTER (WHERE y.year IS NOT NULL), '{}') AS years
                FROM vpic_in_vehiclespecschema s JOIN vpic_in_make k ON k.id = s.makeid
                JOIN vpic_in_vehiclespecschema_model m ON m.vehiclespecschemaid = s.id
                LEFT JOIN vpic_in_vehiclespecschema_year y ON y.vehiclespecschemaid = s.id
                WHERE NOT coalesce(s.tobeqced, false) AND s.vehicletypeid IS NOT NULL GROUP BY s.id, m.modelid, k.name, s.vehicletypeid
                """);
        jdbc.execute("ANALYZE vpic_in_sheets");
        // Make and manufacturer are known by name in an edition.
        return new StagedSheets(
                jdbc.queryForStream("""
                SELECT named.schema, p.vspecschemapatternid AS id, s.*, p.iskey, p.elementid,
                    coalesce((SELECT upper(name) FROM vpic_in_make k WHERE p.elementid = 26 AND k.id::text = p.attributeid),
                        (SELECT upper(name) FROM vpic_in_manufacturer f WHERE p.elementid = 27 AND f.id::text = p.attributeid),
                        p.attributeid) AS attribute, %s AS changed
                FROM (SELECT DISTINCT vinschemaid AS schema, attributeid AS model FROM vpic_in_pattern WHERE elementid = 28) named
                JOIN vpic_in_sheets s ON s.model = named.model
                JOIN vpic_in_vspecschemapattern g ON g.schemaid = s.spec
                JOIN vpic_in_vehiclespecpattern p ON p.vspecschemapatternid = g.id
                WHERE p.iskey IS NOT NULL AND p.elementid IS NOT NULL AND p.attributeid IS NOT NULL
                    AND (s.years = '{}' OR EXISTS (SELECT FROM vpic_in_wmi_vinschema l, unnest(s.years) AS year
                        WHERE l.vinschemaid = named.schema AND year BETWEEN l.yearfrom AND coalesce(l.yearto, year)))
                ORDER BY named.schema, s.spec, p.vspecschemapatternid, s.model, p.id
                """.formatted(CommonsReader.CHANGED), (row, number) -> Row.of(row)));
    }

    /** The sheets of a schema; those of schemas before it are passed over. */
    List<SpecSheet> of(int schema) {
        List<SpecSheet> sheets = new ArrayList<>();
        while (next != null && next.schema <= schema) {
            Row first = next;
            SpecSheet sheet = first.sheet;
            for (; next != null && next.belongsWith(first); next = rows.hasNext() ? rows.next() : null) {
                (next.key ? sheet.keys() : sheet.values()).add(next.entry);
            }
            if (first.schema == schema && !sheet.keys().isEmpty()) {
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    @Override
    public void close() {
        stream.close();
    }

    /** Entry of a sheet, with the sheet as far as it is known by it. */
    private record Row(int schema, SpecSheet sheet, boolean key, SpecSheet.Entry entry) {

        static Row of(ResultSet row) throws SQLException {
            Long changed = (Long) row.getObject("changed");
            SpecSheet.Entry entry = new SpecSheet.Entry(
                    row.getInt("elementid"), row.getString("attribute"), changed == null ? VinSchema.NEVER : changed);
            return new Row(
                    row.getInt("schema"),
                    new SpecSheet(
                            row.getInt("id"),
                            row.getInt("spec"),
                            row.getString("model"),
                            row.getString("make"),
                            row.getInt("vehicletypeid"),
                            List.of((Integer[]) row.getArray("years").getArray()),
                            new ArrayList<>(),
                            new ArrayList<>()),
                    row.getBoolean("iskey"),
                    entry);
        }

        boolean belongsWith(Row other) {
            return schema == other.schema
                    && sheet.id() == other.sheet.id()
                    && sheet.model().equals(other.sheet.model());
        }
    }
}
