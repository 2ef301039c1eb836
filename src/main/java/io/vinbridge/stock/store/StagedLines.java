package io.vinbridge.stock.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.stock.store.StagedLine.Outcome;
import io.vinbridge.vehicles.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Staging table of stock files: the differences between files and those before, from their reading to their report. */
@Component
public class StagedLines {

    private static final String COLUMNS =
            "position, vin, outcome, message, warnings, fields, tracked, since, hash FROM stock_rows WHERE file = :file ";

    /** Of two lines about one vehicle the later counts. */
    private static final String STAGE = """
            INSERT INTO stock_rows (file, position, line, vin, outcome, message, warnings, fields, tracked, since, hash)
            SELECT :file, position, CASE WHEN position > 0 THEN position END, vin, outcome, message, warnings, fields, tracked,
                since::timestamptz, hash
            FROM unnest(:positions::bigint[], :vins::text[], :outcomes::text[], :messages::text[], :warnings::text[],
                :fields::text[], :tracked::boolean[], :since::text[], :hashes::bytea[])
                AS staged (position, vin, outcome, message, warnings, fields, tracked, since, hash)
            ON CONFLICT (file, vin) WHERE outcome <> 'refused' DO UPDATE SET position = excluded.position, line = excluded.line,
                outcome = excluded.outcome, message = excluded.message, warnings = excluded.warnings, fields = excluded.fields,
                tracked = excluded.tracked, since = excluded.since, hash = excluded.hash
            """;

    private final JdbcClient jdbc;

    StagedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void forget(StockFile file) {
        jdbc.sql("DELETE FROM stock_rows WHERE file = :file")
                .param("file", file.number())
                .update();
    }

    /** Stages lines, no two of them about one vehicle. */
    public void stage(StockFile file, Collection<StagedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(STAGE)
                .param("file", file.number())
                .param("positions", column(lines, StagedLine::position, Long[]::new))
                .param("vins", column(lines, StagedLine::vin, String[]::new))
                .param("outcomes", column(lines, line -> line.outcome().word(), String[]::new))
                .param("messages", column(lines, StagedLine::message, String[]::new))
                .param("warnings", column(lines, line -> warnings(line.warnings()), String[]::new))
                .param("fields", column(lines, line -> CanonicalJson.text(line.fields()), String[]::new))
                .param("tracked", column(lines, StagedLine::tracked, Boolean[]::new))
                .param(
                        "since",
                        column(
                                lines,
                                line -> line.since() == null
                                        ? null
                                        : line.since().toString(),
                                String[]::new))
                .param("hashes", column(lines, StagedLine::hash, byte[][]::new))
                .update();
    }

    /** Of these vehicles an earlier line said something else, and a later one says what was said before the file. */
    public void withdraw(StockFile file, List<String> vins) {
        if (!vins.isEmpty()) {
            jdbc.sql("DELETE FROM stock_rows WHERE file = :file AND vin = ANY (:vins) AND outcome <> 'refused'")
                    .param("file", file.number())
                    .param("vins", vins.toArray(String[]::new))
                    .update();
        }
    }

    private static <T> T[] column(
            Collection<StagedLine> lines, Function<StagedLine, T> value, java.util.function.IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }

    private static String warnings(List<String> warnings) {
        return warnings.isEmpty() ? null : CanonicalJson.text(warnings);
    }

    /** The next lines of a file that are still to be taken, held until the transaction ends. */
    public List<StagedLine> due(StockFile file, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        AND NOT done AND outcome <> 'refused' ORDER BY position LIMIT :limit
                        """)
                .param("file", file.number())
                .param("limit", limit)
                .query(StagedLines::line)
                .list();
    }

    public void done(StockFile file, Collection<StagedLine> lines) {
        jdbc.sql("UPDATE stock_rows SET done = true WHERE file = :file AND position = ANY (:positions)")
                .param("file", file.number())
                .param("positions", column(lines, StagedLine::position, Long[]::new))
                .update();
    }

    /** Notes that a line cannot be taken after all. */
    public void refuse(StockFile file, StagedLine line, String why) {
        jdbc.sql(
                        "UPDATE stock_rows SET outcome = 'refused', message = :why, done = true WHERE file = :file AND position = :position")
                .param("file", file.number())
                .param("position", line.position())
                .param("why", why)
                .update();
    }

    /** Some of them for a report, in the order of the file, the missing ones first; null for any outcome. */
    public List<StagedLine> list(StockFile file, Outcome outcome, long after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        AND position > :after AND (:outcome::text IS NULL OR outcome = :outcome) ORDER BY position LIMIT :limit
                        """)
                .param("file", file.number())
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.word())
                .param("limit", limit)
                .query(StagedLines::line)
                .list();
    }

    private static StagedLine line(ResultSet row, int number) throws SQLException {
        String warnings = row.getString("warnings");
        String fields = row.getString("fields");
        return new StagedLine(
                row.getLong("position"),
                row.getString("vin"),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                warnings == null ? List.of() : warnings(warnings),
                fields == null ? new TreeMap<>() : new TreeMap<>(CanonicalJson.readMembers(fields, JsonNode.class)),
                row.getBoolean("tracked"),
                InstantColumn.of(row, "since"),
                row.getBytes("hash"));
    }

    private static List<String> warnings(String json) {
        return List.of(CanonicalJson.read(json, String[].class));
    }
}
