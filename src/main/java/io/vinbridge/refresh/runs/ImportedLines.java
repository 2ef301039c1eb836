package io.vinbridge.refresh.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.refresh.runs.RunStarter.Line;
import io.vinbridge.vehicles.WrittenVin;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a list of vehicles into a run, part by part, so that a million lines need no more memory than some thousand.
 */
@Component
class ImportedLines {

    private static final String REFUSE = """
            INSERT INTO refresh_failures (run_id, subject, line, reason, detail)
            SELECT :run, * FROM unnest(:subjects::text[], :lines::bigint[], :reasons::text[], :details::text[])
            """;

    private static final String WARN = """
            UPDATE refresh_runs SET warned = warned + :count, warnings = CASE WHEN warned < :most THEN warnings || :first::jsonb ELSE warnings END
            WHERE id = :run
            """;

    private static final int MOST_WARNINGS = 20;

    private static final int LONGEST_SUBJECT = 100;

    private final JdbcClient jdbc;
    private final RunPlanner planning;
    private final ObjectMapper json;

    ImportedLines(JdbcClient jdbc, RunPlanner planning, ObjectMapper json) {
        this.jdbc = jdbc;
        this.planning = planning;
        this.json = json;
    }

    private record Bad(String subject, long line, Reason reason, String detail) {}

    void put(UUID run, ImportedList list) {
        boolean any = false;
        int vehicles = 0;
        for (List<Line> part = list.next(); !part.isEmpty(); part = list.next()) {
            any = true;
            vehicles += take(run, part);
        }
        if (vehicles == 0) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    any ? "No line of the list has a VIN: " + list.outline() : "The list holds no vehicle");
        }
    }

    /** Returns how many lines have a VIN. */
    private int take(UUID run, List<Line> part) {
        List<String> vins = new ArrayList<>(part.size());
        List<Bad> bad = new ArrayList<>();
        List<Run.LineWarning> warnings = new ArrayList<>();
        for (Line line : part) {
            if (line.mistake() != null) {
                bad.add(new Bad(cut(line.vin()), line.number(), Reason.INVALID_REQUEST, line.mistake()));
                continue;
            }
            try {
                WrittenVin vin = WrittenVin.read(line.vin());
                vins.add(vin.vin().value());
                if (vin.notice() != null) {
                    warnings.add(new Run.LineWarning(line.number(), vin.vin().value(), vin.notice()));
                }
            } catch (Failure e) {
                bad.add(new Bad(cut(line.vin()), line.number(), e.reason(), e.getMessage()));
            }
        }
        planning.put(run, vins);
        refuse(run, bad);
        warn(run, warnings);
        return vins.size();
    }

    private void refuse(UUID run, List<Bad> bad) {
        if (bad.isEmpty()) {
            return;
        }
        jdbc.sql(REFUSE)
                .param("run", run)
                .param("subjects", ArrayColumn.TEXT.of(bad, Bad::subject))
                .param("lines", ArrayColumn.BIGINT.of(bad, Bad::line))
                .param("reasons", ArrayColumn.TEXT.of(bad, one -> one.reason.word()))
                .param("details", ArrayColumn.TEXT.of(bad, Bad::detail))
                .update();
        jdbc.sql("UPDATE refresh_runs SET total = total + :bad, failed = failed + :bad WHERE id = :run")
                .param("bad", bad.size())
                .param("run", run)
                .update();
    }

    /** What is forgiven is told by the run: whoever sent the list reads no history of a vehicle. */
    void warn(UUID run, List<Run.LineWarning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        jdbc.sql(WARN)
                .param("run", run)
                .param("count", warnings.size())
                .param("most", MOST_WARNINGS)
                .param("first", text(warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size()))))
                .update();
    }

    boolean fieldsKept(UUID run) {
        return jdbc.sql("SELECT fields_kept FROM refresh_runs WHERE id = :run")
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    void noteFieldsKept(UUID run) {
        jdbc.sql("UPDATE refresh_runs SET fields_kept = true WHERE id = :run")
                .param("run", run)
                .update();
    }

    private String text(List<Run.LineWarning> warnings) {
        try {
            return json.writeValueAsString(warnings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("warnings cannot be written", e);
        }
    }

    /** PostgreSQL's text holds no NUL, and nobody wants a whole broken file as one subject. */
    private static String cut(String subject) {
        String shown = subject.replace("\u0000", "");
        return shown.length() > LONGEST_SUBJECT ? shown.substring(0, LONGEST_SUBJECT) : shown;
    }
}
