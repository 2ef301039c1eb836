package io.vinbridge.vehicles.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Vehicle as it stands before it is compared with NHTSA's data, and what the comparison before said.
 *
 * @param document the name of its document; null where it has none
 * @param opinion the comparison before, null for none
 * @param current whether that was of this document and this style, or of there being none
 */
record ComparedVehicle(
        String vin,
        byte[] document,
        Integer styleId,
        String opinion,
        boolean current,
        String warnings,
        String standIn) {

    static ComparedVehicle of(ResultSet row, int number) throws SQLException {
        return new ComparedVehicle(
                row.getString("vin"),
                row.getBytes("document"),
                row.getObject("style_id", Integer.class),
                row.getString("opinion"),
                row.getBoolean("current"),
                row.getString("opinion_warnings"),
                row.getString("stand_in"));
    }
}
