package io.vinbridge.vpic.edition;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * References between the tables of the staging area. NHTSA's constraints are not part of what is read, and single rows
 * refer to nothing in its own data; but a table that is missing would take its words from every decode in silence.
 */
final class StagedReferences {

    /** A table of which too few of those rows are there that others refer to. */
    record Broken(String table, long references, long resolved) {}

    private StagedReferences() {}

    /** The tables of which less than a share of the references is there; none where all is well. */
    static List<Broken> below(double share, JdbcTemplate jdbc) {
        return jdbc.query("""
                WITH referred AS (
                    SELECT lower(e.lookuptable) AS target, p.attributeid AS id FROM vpic_in_pattern p JOIN vpic_in_element e
                        ON e.id = p.elementid WHERE e.lookuptable <> '' AND e.decode IS NOT NULL AND NOT coalesce(e.isprivate, false)
                    UNION ALL SELECT 'make_model', attributeid FROM vpic_in_pattern WHERE elementid = 28
                    UNION ALL SELECT 'manufacturer', manufacturerid::text FROM vpic_in_wmi
                    UNION ALL SELECT 'vehicletype', vehicletypeid::text FROM vpic_in_wmi
                    UNION ALL SELECT 'make', makeid::text FROM vpic_in_wmi_make
                    UNION ALL SELECT 'make', makeid::text FROM vpic_in_make_model),
                counted AS (SELECT target, id, count(*) AS rows FROM referred WHERE id IS NOT NULL GROUP BY target, id),
                named AS (SELECT source AS target, id FROM vpic_in_words
                    UNION SELECT 'model', id::text FROM vpic_in_model
                    UNION SELECT 'make_model', modelid::text FROM vpic_in_make_model
                    UNION SELECT 'make', id::text FROM vpic_in_make
                    UNION SELECT 'manufacturer', id::text FROM vpic_in_manufacturer)
                SELECT target, sum(rows) AS referred, coalesce(sum(rows) FILTER (WHERE n.id IS NOT NULL), 0) AS resolved
                FROM counted LEFT JOIN named n USING (target, id) GROUP BY target
                HAVING coalesce(sum(rows) FILTER (WHERE n.id IS NOT NULL), 0) < ? * sum(rows) ORDER BY target
                """, (row, number) -> new Broken(row.getString(1), row.getLong(2), row.getLong(3)), share);
    }
}
