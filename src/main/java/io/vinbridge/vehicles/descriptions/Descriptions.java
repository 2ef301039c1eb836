package io.vinbridge.vehicles.descriptions;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.vehicles.documents.StoredStyle;
import io.vinbridge.vehicles.registry.DescriptionPropagation;
import io.vinbridge.vehicles.registry.VehicleChangeKind;
import io.vinbridge.vehicles.registry.VehicleRows;
import io.vinbridge.work.WorkResult;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Descriptions by request key, as ChromeData last answered. Writing an answer here also gives it to the vehicles that wait for
 * it, so every method belongs in one transaction with the queue row it finishes.
 */
@Component
public class Descriptions {

    private static final String DECLINE = """
            INSERT INTO descriptions AS d (request_key, outcome, warnings, service, build, declined_at)
            VALUES (?, ?, ?, ?, (SELECT build FROM data_builds WHERE country = ?), CASE ? WHEN 'not-carried' THEN now() END)
            ON CONFLICT (request_key) DO UPDATE SET looked_at = now(), version = d.version + 1, resting = false,
                outcome = CASE WHEN d.document IS NULL THEN excluded.outcome ELSE d.outcome END,
                warnings = excluded.warnings, service = excluded.service, build = excluded.build,
                declined_at = excluded.declined_at
            """;

    private static final String SPARE = """
            INSERT INTO descriptions AS d (request_key, outcome, warnings, service, declined_at) VALUES (?, 'not-carried', ?, ?, now())
            ON CONFLICT (request_key) DO UPDATE SET looked_at = now(), version = d.version + 1, resting = false,
                outcome = excluded.outcome, warnings = excluded.warnings, service = excluded.service, build = NULL,
                declined_at = now()
            WHERE d.document IS NULL
            """;

    /** Locked in the order of VINs, as by whoever else writes many vehicles. */
    private static final String GIVE = """
            WITH waiting AS (SELECT vin FROM vehicles WHERE request_key = ANY (?) AND document IS NULL ORDER BY vin FOR UPDATE)
            UPDATE vehicles v SET document = d.document, model_year = d.model_year, make = d.make, model = d.model,
                trim = d.trim, body_type = d.body_type, drivetrain = d.drivetrain, style_id = d.style_id,
                styles = d.styles, changed_at = now(), version = v.version + 1
            FROM descriptions d, waiting
            WHERE v.vin = waiting.vin AND v.document IS NULL AND d.request_key = v.request_key AND d.document IS NOT NULL
            RETURNING v.vin, v.document, v.request_key
            """;

    private final JdbcTemplate jdbc;
    private final ReadQueries reading;
    private final RequestKeys keys;
    private final VehiclesSettings settings;
    private final Documents documents;
    private final Cards cards;
    private final DescriptionRows rows;
    private final ChangeLog changes;
    private final DescriptionPropagation redescribed;

    Descriptions(
            JdbcTemplate jdbc,
            ReadQueries reading,
            RequestKeys keys,
            VehiclesSettings settings,
            Documents documents,
            Cards cards,
            DescriptionRows rows,
            ChangeLog changes,
            DescriptionPropagation redescribed) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.keys = keys;
        this.settings = settings;
        this.documents = documents;
        this.cards = cards;
        this.rows = rows;
        this.changes = changes;
        this.redescribed = redescribed;
    }

    /** Last answer for a style asked for by its number; empty if nobody asked. */
    public Optional<StoredStyle> style(int styleId) {
        String key = keys.style(styleId);
        return reading
                .ask(jdbc -> jdbc.query(
                        VehicleRows.DESCRIPTION,
                        (row, number) -> new StoredStyle(
                                styleId,
                                DocumentHash.stored(row.getBytes("document")),
                                VehicleRows.summary(row),
                                VehicleRows.look(row),
                                false),
                        settings.notCarriedFor().toString(),
                        settings.freshFor().toString(),
                        key))
                .stream()
                .findFirst();
    }

    /** Age up to which a description is fresh. */
    public Duration freshFor() {
        return settings.freshFor();
    }

    /** For how long ChromeData is not asked again for what it did not carry. */
    public Duration notCarriedFor() {
        return settings.notCarriedFor();
    }

    /**
     * Stores answers under their keys. An equal one writes neither document nor change, only the time of the look. Returns by key what
     * it did, and to how many vehicles.
     */
    public Map<String, WorkResult> described(List<KeyedAnswer> answers) {
        return described(answers, Map.of());
    }

    /** The same, after which the vehicles of some keys stand under those of another service: by key, where they go. */
    public Map<String, WorkResult> described(List<KeyedAnswer> answers, Map<String, String> moves) {
        List<NormalizedAnswer> said = answers.stream().map(KeyedAnswer::answer).toList();
        documents.put(said);
        cards.put(said);
        Map<String, DocumentHash> before = rows.describe(answers);
        new TreeMap<>(moves).forEach(this::moveAll);
        List<KeyedAnswer> others = answers.stream()
                .filter(one -> moves.containsValue(one.key()) || !one.hash().equals(before.get(one.key())))
                .toList();
        Map<String, Integer> moved = redescribed.update(others, Set.copyOf(moves.values()), before);
        Map<String, String> wantedBy = new HashMap<>();
        answers.forEach(one -> wantedBy.put(one.key(), one.correlationId()));
        Map<String, Integer> given = propagateFirst(wantedBy);
        return answers.stream()
                .collect(toMap(
                        KeyedAnswer::key,
                        one -> effect(
                                one,
                                before.get(one.key()),
                                moved.getOrDefault(one.key(), 0),
                                given.getOrDefault(one.key(), 0))));
    }

    private static WorkResult effect(KeyedAnswer said, DocumentHash before, int moved, int given) {
        if (said.hash().equals(before)) {
            return new WorkResult(WorkResult.Kind.EQUAL, given);
        }
        return new WorkResult(before == null ? WorkResult.Kind.FIRST : WorkResult.Kind.CHANGED, moved + given);
    }

    /** Puts all vehicles of a key under another, in the caller's transaction and in the order of their VINs. */
    public void moveAll(String from, String to) {
        jdbc.update("""
                UPDATE vehicles v SET request_key = ?
                FROM (SELECT vin FROM vehicles WHERE request_key = ? ORDER BY vin FOR UPDATE) AS held
                WHERE v.vin = held.vin
                """, to, from);
    }

    /** Whether there is an answer under a key, of whatever outcome, that is not too old. */
    public boolean fresh(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT has_fresh_answer('vehicle', ?, '', ?::interval, ?::interval, '0'::interval)",
                Boolean.class,
                key,
                freshFor().toString(),
                notCarriedFor().toString()));
    }

    /** Whether VINs of a pattern are described one by one. */
    public boolean individually(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM descriptions WHERE request_key = ? AND outcome = 'individual')",
                Boolean.class,
                key));
    }

    /**
     * Gives what is stored under a key to the vehicles that wait for it, and to those that came under the key with another document, in
     * the caller's transaction.
     */
    public void propagate(String key, String correlationId) {
        redescribed.update(key, correlationId);
        propagateFirst(Collections.singletonMap(key, correlationId));
    }

    /** The same where those vehicles come from the other service. */
    public void giveAcross(String key, String correlationId) {
        redescribed.updateAcross(key, correlationId);
        propagateFirst(Collections.singletonMap(key, correlationId));
    }

    /** To the vehicles that wait for their first description, by key with who wanted it; returns by key how many. */
    public Map<String, Integer> propagateFirst(Map<String, String> wantedBy) {
        Map<String, Integer> given = new HashMap<>();
        List<VehicleChange> happened = jdbc.query(
                GIVE,
                (row, number) -> {
                    String key = row.getString("request_key");
                    given.merge(key, 1, Integer::sum);
                    return new VehicleChange(
                            row.getString("vin"),
                            row.getBytes("document"),
                            VehicleChangeKind.DESCRIBED,
                            List.of(),
                            wantedBy.get(key));
                },
                (Object) wantedBy.keySet().toArray(String[]::new));
        changes.append(happened);
        return given;
    }

    /** Remembers that ChromeData does not carry it; what was described before stays, with the warning. */
    public void notCarried(String key, Answer.NotCarried<?> answer) {
        decline(key, "not-carried", answer.reasons());
    }

    /** Whether ChromeData described what is under a key. */
    public boolean described(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM descriptions WHERE request_key = ? AND document IS NOT NULL)",
                Boolean.class,
                key));
    }

    /** Remembers why ChromeData is not asked, where nothing is described under the key. */
    public void notAsked(String key, Warning why) {
        jdbc.update(SPARE, key, CanonicalJson.text(List.of(why)), LastFetch.NOT_ASKED);
    }

    /** Has all asked again for which ChromeData was not asked: the reasons may not hold any more. */
    public void askAgain() {
        jdbc.update(
                "UPDATE descriptions SET looked_at = 'epoch' WHERE service = ? AND looked_at > 'epoch'",
                LastFetch.NOT_ASKED);
    }

    /**
     * Remembers that ChromeData does not carry one VIN for what is wrong with itself, and puts it under its own key: the others of its
     * pattern are as good as before. Returns one of those that wait for their first description under the key; empty where none does.
     */
    public Optional<Vin> notCarriedAlone(String key, Vin wrong, Answer.NotCarried<?> answer) {
        String alone = keys.alone(RequestKeys.serviceOf(key), wrong);
        decline(alone, "not-carried", answer.reasons());
        jdbc.update("UPDATE vehicles SET request_key = ? WHERE vin = ? AND document IS NULL", alone, wrong.value());
        return jdbc
                .query(
                        "SELECT vin FROM vehicles WHERE request_key = ? AND document IS NULL ORDER BY vin LIMIT 1",
                        (row, number) -> new Vin(row.getString(1)),
                        key)
                .stream()
                .findFirst();
    }

    /**
     * Remembers that the VINs of a pattern are described one by one, because an answer held for one of them alone, and puts each
     * under its own key. Returns the others.
     *
     * @param from the key under which they stand now: the pattern's, or that of its pattern with the other service
     */
    public List<Vin> individual(String key, String from, Vin described) {
        decline(key, "individual", List.of());
        List<Vin> vins = jdbc.query(
                "SELECT vin FROM vehicles WHERE request_key IN (?, ?) ORDER BY vin",
                (row, number) -> new Vin(row.getString(1)),
                key,
                from);
        for (Vin vin : vins) {
            String alone = keys.alone(RequestKeys.serviceOf(key), vin);
            jdbc.update("UPDATE vehicles SET request_key = ? WHERE vin = ?", alone, vin.value());
        }
        return vins.stream().filter(vin -> !vin.equals(described)).toList();
    }

    private void decline(String key, String outcome, List<Warning> warnings) {
        jdbc.update(DECLINE, key, outcome, CanonicalJson.text(warnings), rows.service(key), rows.country(key), outcome);
    }
}
