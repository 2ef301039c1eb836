package io.vinbridge.vehicles;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.Changed;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.work.Effect;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What ChromeData said, by request key. Writing an answer here also gives it to the vehicles that wait for it, so every method
 * belongs in one transaction with the queue row it finishes.
 */
@Component
public class Descriptions {

    /** The subquery in RETURNING sees the row as it was before this statement. */
    private static final String DESCRIBE = """
            INSERT INTO descriptions AS d (request_key, outcome, document, warnings, service, data_source, build,
                model_year, make, model, trim, body_type, drivetrain, style_id, styles)
            VALUES (?, 'described', ?, ?, ?, ?, (SELECT build FROM data_builds WHERE country = ?), ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_key) DO UPDATE SET outcome = excluded.outcome, document = excluded.document,
                warnings = excluded.warnings, service = excluded.service, data_source = excluded.data_source,
                build = excluded.build, model_year = excluded.model_year, make = excluded.make, model = excluded.model,
                trim = excluded.trim, body_type = excluded.body_type, drivetrain = excluded.drivetrain,
                style_id = excluded.style_id, styles = excluded.styles, looked_at = now(), version = d.version + 1,
                resting = false, declined_at = NULL, changed_at = CASE WHEN d.document = excluded.document THEN d.changed_at ELSE now() END
            RETURNING (SELECT document FROM descriptions WHERE request_key = ?) AS before
            """;

    private static final String DECLINE = """
            INSERT INTO descriptions AS d (request_key, outcome, warnings, service, declined_at)
            VALUES (?, ?, ?, ?, CASE ? WHEN 'not-carried' THEN now() END)
            ON CONFLICT (request_key) DO UPDATE SET looked_at = now(), version = d.version + 1, resting = false,
                outcome = CASE WHEN d.document IS NULL THEN excluded.outcome ELSE d.outcome END,
                warnings = excluded.warnings, service = excluded.service, declined_at = excluded.declined_at
            """;

    private static final String GIVE = """
            UPDATE vehicles v SET document = d.document, model_year = d.model_year, make = d.make, model = d.model,
                trim = d.trim, body_type = d.body_type, drivetrain = d.drivetrain, style_id = d.style_id,
                styles = d.styles, changed_at = now(), version = v.version + 1
            FROM descriptions d
            WHERE d.request_key = ? AND v.request_key = d.request_key AND v.document IS NULL AND d.document IS NOT NULL
            RETURNING v.vin, v.document
            """;

    private final JdbcTemplate jdbc;
    private final RequestKeys keys;
    private final VehiclesSettings settings;
    private final Documents documents;
    private final ChangeLog changes;
    private final Redescribed redescribed;
    private final Account account;

    Descriptions(
            JdbcTemplate jdbc,
            RequestKeys keys,
            VehiclesSettings settings,
            Documents documents,
            ChangeLog changes,
            Redescribed redescribed,
            Account account) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.settings = settings;
        this.documents = documents;
        this.changes = changes;
        this.redescribed = redescribed;
        this.account = account;
    }

    /** What was last said of a style asked for by its number; empty where nobody asked. */
    public Optional<StoredStyle> style(int styleId) {
        String key = keys.style(styleId);
        return jdbc
                .query(
                        VehicleRows.DESCRIPTION,
                        (row, number) -> new StoredStyle(
                                styleId,
                                DocumentHash.stored(row.getBytes("document")),
                                VehicleRows.summary(row),
                                VehicleRows.look(row)),
                        settings.notCarriedFor().toString(),
                        settings.freshFor().toString(),
                        key)
                .stream()
                .findFirst();
    }

    /** How old a description may be before it is looked at anew. */
    public Duration freshFor() {
        return settings.freshFor();
    }

    /** Whether there is an answer to a key that is not older than it may be; that it is not carried is an answer too. */
    public boolean fresh(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                SELECT EXISTS (SELECT FROM descriptions WHERE request_key = ? AND outcome <> 'individual'
                    AND looked_at > now() - CASE outcome WHEN 'not-carried' THEN ?::interval ELSE ?::interval END)
                """,
                Boolean.class,
                key,
                settings.notCarriedFor().toString(),
                settings.freshFor().toString()));
    }

    /**
     * Stores an answer under its key. An equal one writes neither document nor change, only the time of the look. Returns what it
     * did, and to how many vehicles.
     */
    public Effect described(String key, NormalisedAnswer answer, String correlationId) {
        byte[] hash = answer.document().hash().bytes();
        documents.put(answer.document(), answer.answer());
        Summary summary = answer.summary();
        byte[] before = jdbc.queryForObject(
                DESCRIBE,
                byte[].class,
                key,
                hash,
                CanonicalJson.text(answer.warnings()),
                service(),
                answer.source().word(),
                account.country(),
                summary.modelYear(),
                summary.make(),
                summary.model(),
                summary.trim(),
                summary.bodyType(),
                summary.drivetrain(),
                summary.styleId(),
                summary.styles(),
                key);
        boolean equal = Arrays.equals(before, hash);
        int changed = equal ? 0 : redescribed.update(key, answer.document(), correlationId);
        int given = giveFirst(key, correlationId);
        if (equal) {
            return new Effect(Effect.Kind.EQUAL, given);
        }
        return new Effect(before == null ? Effect.Kind.FIRST : Effect.Kind.CHANGED, changed + given);
    }

    /**
     * Gives what is stored under a key to the vehicles that wait for it, and to those that came under the key with another document, in
     * the caller's transaction.
     */
    public void give(String key, String correlationId) {
        redescribed.update(key, correlationId);
        giveFirst(key, correlationId);
    }

    private int giveFirst(String key, String correlationId) {
        List<Changed> waiting =
                jdbc.query(GIVE, (row, number) -> new Changed(row.getString("vin"), row.getBytes("document")), key);
        changes.append(waiting, Happening.DESCRIBED, List.of(), correlationId);
        return waiting.size();
    }

    /** Remembers that ChromeData does not carry it; what was described before stays, with the warning. */
    public void notCarried(String key, Answer.NotCarried<?> answer) {
        decline(key, "not-carried", List.of(new Warning(answer.code(), answer.text())));
    }

    /**
     * Remembers that the VINs of a pattern are described one by one, because an answer held for one of them alone, and puts each
     * under its own key. Returns the others.
     */
    public List<Vin> individual(String key, Vin described) {
        decline(key, "individual", List.of());
        List<Vin> vins = jdbc.query(
                "SELECT vin FROM vehicles WHERE request_key = ?", (row, number) -> new Vin(row.getString(1)), key);
        for (Vin vin : vins) {
            jdbc.update("UPDATE vehicles SET request_key = ? WHERE vin = ?", keys.alone(vin), vin.value());
        }
        return vins.stream().filter(vin -> !vin.equals(described)).toList();
    }

    private void decline(String key, String outcome, List<Warning> warnings) {
        jdbc.update(DECLINE, key, outcome, CanonicalJson.text(warnings), service(), outcome);
    }

    private String service() {
        return "ADS " + account.version();
    }
}
