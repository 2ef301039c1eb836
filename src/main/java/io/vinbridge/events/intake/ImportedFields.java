package io.vinbridge.events.intake;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.formats.EventFields;
import io.vinbridge.failures.Failure;
import io.vinbridge.refresh.background.EventRefreshes;
import io.vinbridge.refresh.runs.Run.LineWarning;
import io.vinbridge.refresh.runs.RunStarter.Line;
import io.vinbridge.vehicles.DealerName;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.WrittenVin;
import io.vinbridge.vehicles.offers.Offers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
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

    /**
     * Keeps what some lines say; of two about one vehicle, the later counts.
     *
     * @return the lines of which nothing can be kept, with why
     */
    public List<LineWarning> keep(List<Line> lines, Instant at, String hash, String correlationId) {
        List<OfferStatement> said = new ArrayList<>();
        IdentityHashMap<OfferStatement, Line> lineOf = new IdentityHashMap<>();
        List<LineWarning> refused = new ArrayList<>();
        for (Line line : lines) {
            if (line.mistake() == null && !line.fields().isEmpty()) {
                EventTimestamp stamp = new EventTimestamp(at, "%08x".formatted(line.number()) + hash);
                try {
                    OfferStatement statement = statement(line, stamp, correlationId);
                    said.add(statement);
                    lineOf.put(statement, line);
                } catch (InvalidVin e) {
                    // The run's failures name the line.
                } catch (Failure e) {
                    refused.add(warning(line, e));
                }
            }
        }
        for (int from = 0; from < said.size(); from += AT_ONCE) {
            List<OfferStatement> part = said.subList(from, Math.min(said.size(), from + AT_ONCE));
            looks.register(part.stream().map(OfferStatement::vin).distinct().toList(), correlationId);
            offers.take(part).refused().forEach((statement, why) -> refused.add(warning(lineOf.get(statement), why)));
        }
        return refused;
    }

    private static LineWarning warning(Line line, Failure why) {
        return new LineWarning(line.number(), line.vin(), "Its fields are not kept: " + why.getMessage());
    }

    private OfferStatement statement(Line line, EventTimestamp stamp, String correlationId) {
        WrittenVin vin = WrittenVin.read(line.vin());
        List<EventWarning> warnings = new ArrayList<>();
        var fields = EventFields.ofColumns(line.fields(), settings, warnings);
        if (vin.notice() != null) {
            warnings.add(new EventWarning(EventWarning.VIN_FORGIVEN, "vin", EventWarning.line(vin.notice())));
        }
        List<String> told = warnings.stream().map(EventWarning::message).toList();
        return new OfferStatement(
                vin.vin(), DealerName.of(fields), null, stamp, fields, null, null, correlationId, told);
    }
}
