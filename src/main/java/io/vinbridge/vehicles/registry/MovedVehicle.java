package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.FieldChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Vehicle that was moved to another document.
 *
 * @param before the style that it had; null for none
 * @param after the style that it has; null for none
 */
record MovedVehicle(String vin, Integer before, Integer after) {

    static MovedVehicle of(ResultSet row, int number) throws SQLException {
        return new MovedVehicle(
                row.getString("vin"), row.getObject("before", Integer.class), row.getObject("style_id", Integer.class));
    }

    /** What is told of the style: nothing where it is the same. */
    List<FieldChange> style() {
        return Objects.equals(before, after) ? List.of() : List.of(new FieldChange("styleId", before, after));
    }
}
