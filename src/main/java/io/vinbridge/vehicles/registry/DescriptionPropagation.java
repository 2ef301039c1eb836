package io.vinbridge.vehicles.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.vehicles.comparison.DescriptionComparison;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.documents.DocumentDifferences;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.KeyedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Propagation of a changed description to its vehicles: they point to the new document, a style chosen before stays
 * chosen while it exists, and each vehicle gets a change that names the fields.
 */
@Component
public class DescriptionPropagation {

    private static final int MOST_FIELDS = 200;

    /**
     * The keys of vehicles that have another document than was said now. Those vehicles are locked, and with them those
     * that wait for their first, in the order of VINs, as by whoever else writes many.
     */
    private static final String OUTDATED = """
            SELECT DISTINCT held.request_key FROM (
                SELECT v.request_key, v.document FROM vehicles v
                JOIN unnest(:keys::text[], :documents::bytea[]) AS said (request_key, document) USING (request_key)
                WHERE v.document IS DISTINCT FROM said.document
                ORDER BY v.vin FOR UPDATE OF v) AS held
            WHERE held.document IS NOT NULL
            """;

    private static final String UNCHOSEN = """
            UPDATE vehicles v SET document = d.document, model_year = d.model_year, make = d.make, model = d.model,
                trim = d.trim, body_type = d.body_type, drivetrain = d.drivetrain, style_id = d.style_id,
                styles = d.styles, changed_at = now(), version = v.version + 1
            FROM descriptions d, vehicles before
            WHERE d.request_key = :key AND v.request_key = d.request_key AND v.document = :before AND v.reasons IS NULL
                AND before.vin = v.vin
            RETURNING v.vin, before.style_id AS before, v.style_id
            """;

    private final JdbcClient jdbc;
    private final ChosenStyles chosen;
    private final Documents documents;
    private final ChangeLog changes;

    DescriptionPropagation(JdbcClient jdbc, ChosenStyles chosen, Documents documents, ChangeLog changes) {
        this.jdbc = jdbc;
        this.chosen = chosen;
        this.documents = documents;
        this.changes = changes;
    }

    /** Moves all vehicles of a key to the document it has; nothing happens where it has none. */
    public void update(String key, String correlationId) {
        update(key, null, correlationId);
    }

    /** The same where those vehicles come from the other service: they are told only what both services tell. */
    public void updateAcross(String key, String correlationId) {
        update(key, ACROSS_ALL, correlationId);
    }

    private void update(String key, Across across, String correlationId) {
        jdbc
                .sql("SELECT document FROM descriptions WHERE request_key = :key AND document IS NOT NULL")
                .param("key", key)
                .query(byte[].class)
                .list()
                .stream()
                .filter(hash ->
                        !outdated(new String[] {key}, new byte[][] {hash}).isEmpty())
                .forEach(hash -> update(key, documents.get(DocumentHash.stored(hash)), across, correlationId));
    }

    /**
     * Origin of vehicles that come from the other service.
     *
     * @param own the document of the same service that was there before, null for none
     */
    private record Across(DocumentHash own) {

        boolean is(byte[] before) {
            return own == null || !own.equals(DocumentHash.stored(before));
        }
    }

    private static final Across ACROSS_ALL = new Across(null);

    /**
     * Moves all vehicles of the keys to their new documents, but those that wait for their first. Returns by key how
     * many.
     */
    public Map<String, Integer> update(List<KeyedAnswer> answers) {
        return update(answers, Set.of(), Map.of());
    }

    /**
     * The same where vehicles of the other service have come under some of the keys.
     *
     * @param own the documents that stood under the keys before
     */
    public Map<String, Integer> update(List<KeyedAnswer> answers, Set<String> across, Map<String, DocumentHash> own) {
        if (answers.isEmpty()) {
            return Map.of();
        }
        Set<String> outdated =
                outdated(answers.stream().map(KeyedAnswer::key).toArray(String[]::new), KeyedAnswer.hashes(answers));
        return answers.stream()
                .filter(said -> outdated.contains(said.key()))
                .collect(toMap(
                        KeyedAnswer::key,
                        said -> update(
                                said.key(),
                                said.answer().document(),
                                across.contains(said.key()) ? new Across(own.get(said.key())) : null,
                                said.correlationId())));
    }

    private Set<String> outdated(String[] keys, byte[][] documents) {
        return Set.copyOf(jdbc.sql(OUTDATED)
                .param("keys", keys)
                .param("documents", documents)
                .query(String.class)
                .list());
    }

    private int update(String key, Document after, Across across, String correlationId) {
        List<byte[]> outdated = jdbc.sql(
                        "SELECT DISTINCT document FROM vehicles WHERE request_key = :key AND document <> :document")
                .param("key", key)
                .param("document", after.hash().bytes())
                .query(byte[].class)
                .list();
        int moved = 0;
        for (byte[] before : outdated) {
            Optional<Document> last = documents.readable(DocumentHash.stored(before));
            List<FieldChange> fields = last.map(known -> across != null && across.is(before)
                            ? DescriptionComparison.changes(known.description(), after.description(), MOST_FIELDS)
                            : DocumentDifferences.between(known, after, MOST_FIELDS))
                    .orElse(List.of());
            List<MovedVehicle> vehicles = new ArrayList<>(jdbc.sql(UNCHOSEN)
                    .param("key", key)
                    .param("before", before)
                    .query(MovedVehicle::of)
                    .list());
            vehicles.addAll(chosen.move(key, before, after));
            moved += vehicles.size();
            tell(vehicles, last.isEmpty(), fields, after, correlationId);
        }
        return moved;
    }

    /** The same to all of them, but that some are another style now than before. */
    private void tell(
            List<MovedVehicle> vehicles,
            boolean anyway,
            List<FieldChange> fields,
            Document after,
            String correlationId) {
        vehicles.stream().collect(groupingBy(MovedVehicle::style)).forEach((style, moved) -> {
            List<FieldChange> told = new ArrayList<>(style);
            told.addAll(fields);
            if (anyway || !told.isEmpty()) {
                List<ChangedVehicle> changed = moved.stream()
                        .map(vehicle ->
                                new ChangedVehicle(vehicle.vin(), after.hash().bytes()))
                        .toList();
                changes.append(changed, VehicleChangeKind.CHANGED, told, correlationId);
            }
        });
    }
}
