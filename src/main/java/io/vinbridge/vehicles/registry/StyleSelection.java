package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.styles.Hints;
import io.vinbridge.vehicles.styles.StyleCandidate;
import io.vinbridge.vehicles.styles.StyleRanking;
import io.vinbridge.vehicles.styles.StyleResolution;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses a vehicle's style from what a caller knows, and remembers the choice for everyone. */
@Component
public class StyleSelection {

    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final Vehicles vehicles;
    private final ChangeLog changes;

    StyleSelection(JdbcTemplate jdbc, Documents documents, Vehicles vehicles, ChangeLog changes) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.vehicles = vehicles;
        this.changes = changes;
    }

    /** The candidates, ranked by the hints, and the vehicle as it stands after that. */
    public record Choice(StoredVehicle vehicle, StyleResolution resolution) {}

    /** Ranks the styles and remembers nothing, for while there is nowhere to. */
    public Choice rank(StoredVehicle vehicle, Hints hints) {
        return new Choice(
                vehicle, StyleRanking.resolve(documents.get(vehicle.document()).description(), hints));
    }

    /** Ranks the styles of a described vehicle; where the hints tell one, and it is another than before, it is remembered. */
    @Transactional
    public Choice choose(StoredVehicle vehicle, Hints hints, String correlationId) {
        Description description = documents.get(vehicle.document()).description();
        StyleResolution resolution = StyleRanking.resolve(description, hints);
        Integer chosen = resolution.chosen().map(StyleCandidate::styleId).orElse(null);
        if (chosen == null || chosen.equals(vehicle.summary().styleId())) {
            return new Choice(vehicle, resolution);
        }
        if (remember(vehicle, hints, resolution.chosen().get(), VehicleSummary.of(description, chosen))) {
            changes.append(
                    List.of(new ChangedVehicle(
                            vehicle.vin().value(), vehicle.document().bytes())),
                    VehicleChangeKind.STYLE_CHOSEN,
                    List.of(new FieldChange("styleId", vehicle.summary().styleId(), chosen)),
                    correlationId);
        }
        return new Choice(vehicles.find(vehicle.vin()).orElse(vehicle), resolution);
    }

    /** Whether the row was still the one that was read: a choice made on an outdated description is dropped. */
    private boolean remember(StoredVehicle vehicle, Hints hints, StyleCandidate chosen, VehicleSummary summary) {
        return jdbc.update(
                        """
                        UPDATE vehicles SET style_id = ?, trim = ?, body_type = ?, drivetrain = ?, hints = ?, reasons = ?,
                            changed_at = now(), version = version + 1
                        WHERE vin = ? AND version = ?
                        """,
                        summary.styleId(),
                        summary.trim(),
                        summary.bodyType(),
                        summary.drivetrain(),
                        CanonicalJson.text(hints),
                        CanonicalJson.text(chosen.reasons()),
                        vehicle.vin().value(),
                        vehicle.version())
                == 1;
    }
}
