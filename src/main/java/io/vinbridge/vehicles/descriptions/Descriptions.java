package io.vinbridge.vehicles.descriptions;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.database.ReadQueries;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.DescriptionPropagation;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Descriptions by request key, as ChromeData last answered. Writing an answer here also gives it to the vehicles that
 * wait for it, so every method belongs in one transaction with the queue row it finishes.
 */
@Component
public class Descriptions {

    private final JdbcClient jdbc;
    private final ReadQueries reading;
    private final RequestKeys keys;
    private final VehiclesSettings settings;
    private final Documents documents;
    private final Cards cards;
    private final DescriptionRows rows;
    private final FirstDescriptions first;
    private final DescriptionPropagation redescribed;

    Descriptions(
            JdbcClient jdbc,
            ReadQueries reading,
            RequestKeys keys,
            VehiclesSettings settings,
            Documents documents,
            Cards cards,
            DescriptionRows rows,
            FirstDescriptions first,
            DescriptionPropagation redescribed) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.keys = keys;
        this.settings = settings;
        this.documents = documents;
        this.cards = cards;
        this.rows = rows;
        this.first = first;
        this.redescribed = redescribed;
    }

    /** Last answer for a style asked for by its number; empty if nobody asked. */
    public Optional<StoredDescription> style(int styleId) {
        return find(keys.style(styleId));
    }

    /** Last answer for a style by its number, or for a model by words, by its key; empty if nobody asked. */
    public Optional<StoredDescription> find(String key) {
        return reading.ask(jdbc -> jdbc.sql(VehicleRows.DESCRIPTION)
                .param("notCarriedFor", settings.notCarriedFor().toString())
                .param("freshFor", settings.freshFor().toString())
                .param("key", key)
                .query((row, number) -> new StoredDescription(
                        key,
                        RequestKeys.styleOf(key).isPresent()
                                ? Integer.valueOf(RequestKeys.styleOf(key).getAsInt())
                                : VehicleRows.summary(row).styleId(),
                        DocumentHash.stored(row.getBytes("document")),
                        VehicleRows.summary(row),
                        VehicleRows.look(row),
                        false))
                .optional());
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
     * Stores answers under their keys. An equal one writes neither document nor change, only the time of the fetch.
     * Returns by key what it did, and to how many vehicles.
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
        Map<String, Integer> given = first.propagate(wantedBy);
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
        jdbc.sql("""
                UPDATE vehicles v SET request_key = :to
                FROM (SELECT vin FROM vehicles WHERE request_key = :from ORDER BY vin FOR UPDATE) AS held
                WHERE v.vin = held.vin
                """).param("to", to).param("from", from).update();
    }

    /** Whether there is an answer under a key, of whatever outcome, that is not too old. */
    public boolean fresh(String key) {
        return jdbc.sql(
                        "SELECT has_fresh_answer('vehicle', :key, '', :freshFor::interval, :notCarriedFor::interval, '0'::interval)")
                .param("key", key)
                .param("freshFor", freshFor().toString())
                .param("notCarriedFor", notCarriedFor().toString())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether VINs of a pattern are described one by one. */
    public boolean individually(String key) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM descriptions WHERE request_key = :key AND outcome = 'individual')")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Whether a VIN is known by itself, because those of its pattern are, or something was said of it alone. */
    public boolean apart(String pattern, String alone) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM descriptions WHERE request_key = :alone"
                        + " OR request_key = :pattern AND outcome = 'individual')")
                .param("pattern", pattern)
                .param("alone", alone)
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives what is stored under a key to the vehicles that wait for it, and to those that came under the key with
     * another document, in the caller's transaction.
     */
    public void propagate(String key, String correlationId) {
        redescribed.update(key, correlationId);
        first.propagate(Collections.singletonMap(key, correlationId));
    }

    /** The same where those vehicles come from the other service. */
    public void propagateAcross(String key, String correlationId) {
        redescribed.updateAcross(key, correlationId);
        first.propagate(Collections.singletonMap(key, correlationId));
    }

    /** Whether ChromeData described what is under a key. */
    public boolean described(String key) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM descriptions WHERE request_key = :key AND document IS NOT NULL)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
