package io.vinbridge.vehicles.lists;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.registry.VehicleRows;
import io.vinbridge.vehicles.registry.VpicView;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A vehicle of a list and the keys by which it stands in its place. */
record ListedRow(
        ListedVehicle vehicle,
        String make,
        String model,
        String year,
        BigDecimal price,
        BigDecimal mileage,
        Instant warmAt) {

    static ListedRow of(ResultSet row, int number) throws SQLException {
        VehicleSummary summary = VehicleRows.summary(row);
        String dealer = row.getString("own_dealer");
        ListedVehicle vehicle = new ListedVehicle(
                new Vin(row.getString("vin")),
                summary,
                summary.styles() > 1 && summary.styleId() == null,
                DocumentHash.stored(row.getBytes("document")),
                dealer == null ? null : own(row, dealer),
                row.getString("own"),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                VehicleRows.look(row),
                new VpicView(
                        row.getString("opinion"),
                        true,
                        null,
                        null,
                        row.getString("stand_in_card"),
                        row.getString("stand_in_edition"),
                        InstantColumn.of(row, "stand_in_at")));
        return new ListedRow(
                vehicle,
                row.getString("make_key"),
                row.getString("model_key"),
                row.getString("year_key"),
                row.getBigDecimal("price"),
                row.getBigDecimal("mileage"),
                row.getString("warm_at") == null ? null : instant(row, "warm_at"));
    }

    private static ListedVehicle.Own own(ResultSet row, String dealer) throws SQLException {
        return new ListedVehicle.Own(
                dealer.isEmpty() ? null : dealer,
                row.getString("status"),
                row.getString("stock"),
                row.getBigDecimal("own_price"),
                row.getString("currency"),
                row.getBigDecimal("mileage"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** For a cursor: where the list goes on after it. */
    List<String> keys(VehicleOrder.Key order) {
        List<String> keys = new ArrayList<>();
        switch (order) {
            case MODEL -> keys.addAll(List.of(make, model, year));
            case YEAR -> keys.addAll(List.of(year, make, model));
            case PRICE -> keys.add(price == null ? "" : price.toPlainString());
            case MILEAGE -> keys.add(mileage == null ? "" : mileage.toPlainString());
            case CHANGED -> keys.add(vehicle.changedAt().toString());
            case ADDED -> keys.add(vehicle.addedAt().toString());
            case SEEN -> keys.add(warmAt == null ? "" : warmAt.toString());
        }
        keys.add(vehicle.vin().value());
        return keys;
    }
}
