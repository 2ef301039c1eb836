package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.styles.Hints;
import io.vinbridge.vehicles.styles.StyleRanking;
import io.vinbridge.vehicles.styles.StyleResolution;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Choice of a vehicle's style: for one answer from what its reader knows, which changes nothing for others, and for
 * everyone by whoever may write.
 */
@Component
public class StyleSelection {

    private static final String REMEMBER = """
            UPDATE vehicles SET style_id = :styleId, model_year = :modelYear, make = :make, model = :model, trim = :trim,
                body_type = :bodyType, drivetrain = :drivetrain, hints = :hints, reasons = :reasons,
                changed_at = now(), version = version + 1
            WHERE vin = :vin AND version = :version
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Vehicles vehicles;
    private final ChangeLog changes;

    StyleSelection(JdbcClient jdbc, Documents documents, Vehicles vehicles, ChangeLog changes) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.vehicles = vehicles;
        this.changes = changes;
    }

    /** The candidates, ranked by the hints, and the vehicle as the one that is chosen. */
    public record Choice(StoredVehicle vehicle, StyleResolution resolution) {}

    /**
     * Ranks the styles for one answer. A style that somebody chose for good stands against everything but another
     * style's number, because that is what it was chosen by.
     */
    public Choice rank(StoredVehicle vehicle, Hints hints) {
        if (!vehicle.described()) {
            return new Choice(vehicle, StyleResolution.none(hints));
        }
        Description description = documents.get(vehicle.document()).description();
        StyleResolution resolution = StyleRanking.resolve(description, hints);
        boolean byNumber = hints.styleId() != null && !resolution.unmatched().contains("styleId");
        if (vehicle.reasons() != null && !byNumber) {
            return new Choice(vehicle, resolution);
        }
        StoredVehicle seen = resolution
                .chosen()
                .map(chosen -> vehicle.as(
                        VehicleSummary.of(description, chosen.styleId()), CanonicalJson.text(chosen.reasons())))
                .orElseGet(() -> resolution.contradicting().isEmpty()
                        ? vehicle
                        : vehicle.as(VehicleSummary.of(description), null));
        return new Choice(seen, resolution);
    }

    /**
     * Chooses one of the candidates for good, or takes the choice back where {@code styleId} is null.
     *
     * @throws Failure if there is no description yet, or the style is none of the candidates
     */
    @Transactional
    public StoredVehicle choose(Vin vin, Integer styleId, String correlationId) {
        StoredVehicle vehicle = vehicles.find(vin)
                .filter(StoredVehicle::described)
                .orElseThrow(() -> new Failure(Reason.CONFLICT, vin + " is not described yet, so it has no styles"));
        Description description = documents.get(vehicle.document()).description();
        if (styleId != null && description.styles().stream().noneMatch(style -> style.id() == styleId)) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "styleId %d is none of the styles that %s may be: %s"
                            .formatted(
                                    styleId,
                                    vin,
                                    description.styles().stream()
                                            .map(style -> Integer.toString(style.id()))
                                            .toList()));
        }
        boolean same = Objects.equals(styleId, vehicle.summary().styleId()) && styleId != null;
        if (same && vehicle.reasons() != null) {
            return vehicle;
        }
        VehicleSummary summary =
                styleId == null ? VehicleSummary.of(description) : VehicleSummary.of(description, styleId);
        if (remember(vehicle, styleId, summary) == 0) {
            throw new Failure(Reason.CONFLICT, vin + " was changed at this moment; ask again");
        }
        if (!Objects.equals(summary.styleId(), vehicle.summary().styleId())) {
            changes.append(
                    List.of(new ChangedVehicle(vin.value(), vehicle.document().bytes())),
                    VehicleChangeKind.STYLE_CHOSEN,
                    List.of(new FieldChange("styleId", vehicle.summary().styleId(), summary.styleId())),
                    correlationId);
        }
        return vehicles.find(vin).orElse(vehicle);
    }

    /**
     * Nothing where the row is another than the one that was read: a choice made on an outdated description is dropped.
     */
    private int remember(StoredVehicle vehicle, Integer styleId, VehicleSummary summary) {
        List<String> why = styleId == null ? null : List.of("chosen by number, styleId " + styleId);
        return jdbc.sql(REMEMBER)
                .params(VehicleRows.columns(summary))
                .param("hints", styleId == null ? null : CanonicalJson.text(Hints.style(styleId)))
                .param("reasons", why == null ? null : CanonicalJson.text(why))
                .param("vin", vehicle.vin().value())
                .param("version", vehicle.version())
                .update();
    }
}
