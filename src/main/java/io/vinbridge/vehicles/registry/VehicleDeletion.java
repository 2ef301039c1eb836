package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletion of a vehicle, with its offers and the choice of its style. Its description stays, because others of its
 * pattern share it, and so does its history for as long as changes are kept. Whoever asks for the VIN again, or tells
 * of it, begins anew.
 */
@Component
public class VehicleDeletion {

    private final JdbcClient jdbc;
    private final ChangeLog changes;
    private final StaleIfErrorCache lastServed;

    VehicleDeletion(JdbcClient jdbc, ChangeLog changes, StaleIfErrorCache lastServed) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.lastServed = lastServed;
    }

    /**
     * Deletes it and tells the feed.
     *
     * @throws Failure if there is no such vehicle
     */
    @Transactional
    public void delete(Vin vin, String correlationId) {
        List<VehicleChange> removed = jdbc.sql("DELETE FROM vehicles WHERE vin = :vin RETURNING document")
                .param("vin", vin.value())
                .query((row, number) -> new VehicleChange(
                        vin.value(), row.getBytes("document"), VehicleChangeKind.REMOVED, List.of(), correlationId))
                .list();
        if (removed.isEmpty()) {
            throw new Failure(Reason.NOT_FOUND, "There is no vehicle " + vin + " in the store");
        }
        changes.append(removed);
        lastServed.forget(vin);
    }
}
