package io.vinbridge.events.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.formats.EventFields;
import io.vinbridge.refresh.background.EventRefreshes;
import io.vinbridge.refresh.runs.RunStarter.Line;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.WrittenVin;
import io.vinbridge.vehicles.offers.Offers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Fields that the lines of an imported list have beside the VIN: kept like an event's, at the time of the import. */
@Component
public class ImportedFields {

    /** Vehicles that are held at once: events about them wait meanwhile. */
    private static final int AT_ONCE = 1_000;

    private final EventRefreshes looks;
    private final Offers offers;
    private final EventSettings settings;

    ImportedFields(EventRefreshes looks, Offers offers, EventSettings settings) {
        this.looks = looks;
        this.offers = offers;
        this.settings = settings;
    }

    /** Keeps what some lines say; of two about one vehicle, the later counts. */
    public void keep(List<Line> lines, Instant at, String hash, String correlationId) {
        List<OfferStatement> said = new ArrayList<>();
        for (Line line : lines) {
            if (line.mistake() == null && !line.fields().isEmpty()) {
                add(line, new EventTimestamp(at, "%08x".formatted(line.number()) + hash), correlationId, said);
            }
        }
        for (int from = 0; from < said.size(); from += AT_ONCE) {
            List<OfferStatement> part = said.subList(from, Math.min(said.size(), from + AT_ONCE));
            looks.register(part.stream().map(OfferStatement::vin).distinct().toList(), correlationId);
            offers.take(part);
        }
    }

    private void add(Line line, EventTimestamp stamp, String correlationId, List<OfferStatement> said) {
        try {
            WrittenVin vin = WrittenVin.read(line.vin());
            List<EventWarning> warnings = new ArrayList<>();
            var fields = EventFields.ofColumns(line.fields(), settings, warnings);
            if (vin.notice() != null) {
                warnings.add(new EventWarning(EventWarning.VIN_FORGIVEN, "vin", EventWarning.line(vin.notice())));
            }
            List<String> told = warnings.stream().map(EventWarning::message).toList();
            said.add(new OfferStatement(
                    vin.vin(), dealer(fields), null, stamp, fields, null, null, correlationId, told));
        } catch (InvalidVin e) {
            // The run's failures name the line.
        }
    }

    private static String dealer(SortedMap<String, JsonNode> fields) {
        JsonNode dealer = fields.get("dealer");
        return dealer == null || !dealer.isValueNode() || dealer.asText().isBlank() ? null : dealer.asText();
    }
}
