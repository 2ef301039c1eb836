package io.vinbridge.vehicles.registry;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.Vin;
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

    /** The change has the make and the model, because nothing else has them any more. */
    private static final String DELETE = """
            WITH removed AS (DELETE FROM vehicles WHERE vin = :vin RETURNING vin, document, make_key, model_key)
            INSERT INTO changes (vin, document, kind, correlation_id, make_key, model_key)
            SELECT vin, document, :kind, :correlationId, make_key, model_key FROM removed
            """;

    private final JdbcClient jdbc;
    private final StaleIfErrorCache lastServed;

    VehicleDeletion(JdbcClient jdbc, StaleIfErrorCache lastServed) {
        this.jdbc = jdbc;
        this.lastServed = lastServed;
    }

    /**
     * Deletes it and tells the feed.
     *
     * @throws Failure if there is no such vehicle
     */
    @Transactional
    public void delete(Vin vin, String correlationId) {
        int removed = jdbc.sql(DELETE)
                .param("vin", vin.value())
                .param("kind", VehicleChangeKind.REMOVED)
                .param("correlationId", correlationId)
                .update();
        if (removed == 0) {
            throw new Failure(Reason.NOT_FOUND, "There is no vehicle " + vin + " in the store");
        }
        lastServed.forget(vin);
    }
}
