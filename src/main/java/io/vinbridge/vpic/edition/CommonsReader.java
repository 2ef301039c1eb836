package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionCommons.Conversion;
import io.vinbridge.vpic.data.EditionCommons.Default;
import io.vinbridge.vpic.data.EditionCommons.Element;
import io.vinbridge.vpic.data.EditionCommons.EngineRow;
import io.vinbridge.vpic.data.EditionCommons.ErrorCode;
import io.vinbridge.vpic.data.VinSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reader of what all decodes share, out of the staging area. */
final class CommonsReader {

    /** The time of change of a row in milliseconds; null where it has none. */
    static final String CHANGED = "(extract(epoch FROM coalesce(updatedon, createdon)) * 1000)::bigint";

    private final JdbcTemplate jdbc;

    CommonsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    EditionCommons read() {
        return new EditionCommons(
                elements(), words(), conversions(), defaults(), errors(), engines(), exceptions(), codes());
    }

    private Map<Integer, Element> elements() {
        Map<Integer, Element> elements = new TreeMap<>();
        jdbc.query("SELECT * FROM vpic_in_element", row -> {
            String table = row.getString("lookuptable");
            boolean decoded = row.getString("decode") != null && !row.getBoolean("isprivate");
            elements.put(
                    row.getInt("id"),
                    new Element(
                            row.getString("name"),
                            table == null || table.isEmpty() ? null : table.toLowerCase(Locale.ROOT),
                            decoded,
                            (Integer) row.getObject("weight")));
        });
        return elements;
    }

    private Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new TreeMap<>();
        jdbc.query("""
                SELECT DISTINCT ON (source, id) source, id, name FROM vpic_in_words
                WHERE name IS NOT NULL AND (source = 'vehicletype' OR source IN (SELECT lower(lookuptable) FROM vpic_in_element))
                ORDER BY source, id
                """, row -> {
            words.computeIfAbsent(row.getString("source"), table -> new TreeMap<>())
                    .put(row.getString("id"), row.getString("name"));
        });
        return words;
    }

    private List<Conversion> conversions() {
        return jdbc.query(
                "SELECT * FROM vpic_in_conversion WHERE formula IS NOT NULL ORDER BY id",
                (row, number) -> new Conversion(
                        row.getInt("id"),
                        row.getInt("fromelementid"),
                        row.getInt("toelementid"),
                        row.getString("formula")));
    }

    private Map<Integer, List<Default>> defaults() {
        Map<Integer, List<Default>> defaults = new TreeMap<>();
        jdbc.query("""
                SELECT vehicletypeid, elementid, defaultvalue FROM vpic_in_defaultvalue d JOIN vpic_in_element e ON e.id = d.elementid
                WHERE defaultvalue IS NOT NULL AND vehicletypeid IS NOT NULL ORDER BY vehicletypeid, elementid
                """, row -> {
            defaults.computeIfAbsent(row.getInt("vehicletypeid"), type -> new ArrayList<>())
                    .add(new Default(row.getInt("elementid"), row.getString("defaultvalue")));
        });
        return defaults;
    }

    private Map<Integer, ErrorCode> errors() {
        Map<Integer, ErrorCode> errors = new TreeMap<>();
        jdbc.query("SELECT * FROM vpic_in_errorcode", row -> {
            errors.put(
                    row.getInt("id"),
                    new ErrorCode(row.getString("name"), row.getString("additionalerrortext"), row.getInt("weight")));
        });
        return errors;
    }

    private Map<String, List<EngineRow>> engines() {
        Map<String, List<EngineRow>> engines = new TreeMap<>();
        jdbc.query("""
                SELECT lower(trim(m.name)) AS name, p.id, p.elementid, p.attributeid, %s AS changed
                FROM vpic_in_enginemodelpattern p JOIN vpic_in_enginemodel m ON m.id = p.enginemodelid
                JOIN vpic_in_element e ON e.id = p.elementid WHERE m.name IS NOT NULL AND p.attributeid IS NOT NULL ORDER BY p.id
                """.formatted(CHANGED), row -> {
            Long changed = (Long) row.getObject("changed");
            engines.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                    .add(new EngineRow(
                            row.getInt("id"),
                            row.getInt("elementid"),
                            row.getString("attributeid"),
                            changed == null ? VinSchema.NEVER : changed));
        });
        return engines;
    }

    private long[] exceptions() {
        return numbers("SELECT vin FROM vpic_in_vinexception WHERE checkdigit AND vin IS NOT NULL");
    }

    private long[] codes() {
        return numbers("SELECT upper(wmi) FROM vpic_in_wmi WHERE wmi IS NOT NULL");
    }

    private long[] numbers(String sql) {
        Map<Long, Boolean> numbers = new HashMap<>();
        jdbc.query(sql, row -> {
            numbers.put(EditionCommons.number(row.getString(1)), true);
        });
        return numbers.keySet().stream().mapToLong(number -> number).sorted().toArray();
    }
}
