package io.vinbridge.vehicles.registry;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.styles.Hints;
import io.vinbridge.vehicles.styles.StyleCandidate;
import io.vinbridge.vehicles.styles.StyleRanking;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Vehicles whose style was chosen: where their description changes, each keeps its style, or is ranked anew by its
 * hints.
 */
@Component
class ChosenStyles {

    private static final String MOVE = """
            UPDATE vehicles SET document = :document, model_year = :modelYear, make = :make, model = :model, trim = :trim,
                body_type = :bodyType, drivetrain = :drivetrain, style_id = :styleId, styles = :styles,
                reasons = CASE WHEN :selected THEN reasons END, changed_at = now(), version = version + 1
            WHERE vin = :vin
            """;

    private final JdbcClient jdbc;

    ChosenStyles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves those of a key from one document to another, in the caller's transaction. */
    List<MovedVehicle> move(String key, byte[] before, Document after) {
        return jdbc
                .sql("""
                        SELECT vin, style_id, hints FROM vehicles
                        WHERE request_key = :key AND document = :before AND reasons IS NOT NULL
                        """)
                .param("key", key)
                .param("before", before)
                .query((row, number) -> new Chosen(row.getString(1), row.getInt(2), row.getString(3)))
                .list()
                .stream()
                .map(vehicle -> move(vehicle, after))
                .toList();
    }

    private MovedVehicle move(Chosen vehicle, Document after) {
        Description description = after.description();
        Optional<Integer> style = style(vehicle, description);
        VehicleSummary summary =
                style.map(id -> VehicleSummary.of(description, id)).orElseGet(() -> VehicleSummary.of(description));
        jdbc.sql(MOVE)
                .params(VehicleRows.columns(summary))
                .param("document", after.hash().bytes())
                .param("selected", style.isPresent())
                .param("vin", vehicle.vin())
                .update();
        return new MovedVehicle(vehicle.vin(), vehicle.styleId(), summary.styleId());
    }

    private static Optional<Integer> style(Chosen vehicle, Description description) {
        if (description.styles().stream().anyMatch(style -> style.id() == vehicle.styleId())) {
            return Optional.of(vehicle.styleId());
        }
        return StyleRanking.resolve(description, Hints.read(vehicle.hints()))
                .chosen()
                .map(StyleCandidate::styleId);
    }

    private record Chosen(String vin, int styleId, String hints) {}
}
