package io.vinbridge.refresh.background;

import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work that was requested under settings that no node has any more. Nobody claims it, because its answer would be to
 * another question; so it is requested again under the current settings.
 */
@Component
class OutdatedWork {

    /** Nodes that are being replaced still take what is theirs. */
    private static final String TAKE = """
            WITH left_over AS (
                SELECT request_key FROM work
                WHERE lane IN (1, 2) AND due_at < now() - interval '15 minutes'
                    AND NOT belongs_to_settings(request_key, :settings)
                ORDER BY request_key LIMIT 500 FOR UPDATE SKIP LOCKED), taken AS (
                DELETE FROM work w USING left_over WHERE w.request_key = left_over.request_key
                RETURNING w.request_key, w.kind, w.argument, w.cause, w.correlation_id, w.token, w.lane, w.calls
            ), missed AS (
                -- Whoever had it in hand is gone, and nobody knows whether it made the calls that were counted for it.
                INSERT INTO ledger (request_key, kind, cause, correlation_id, calls, outcome)
                SELECT request_key, kind, cause, correlation_id, greatest(calls, 1), 'lost' FROM taken WHERE token IS NOT NULL AND lane = 2)
            SELECT request_key, kind, argument, cause, correlation_id FROM taken
            """;

    private final JdbcClient jdbc;
    private final VehicleRegistry registry;
    private final RequestKeys keys;
    private final WorkQueue queue;

    OutdatedWork(JdbcClient jdbc, VehicleRegistry registry, RequestKeys keys, WorkQueue queue) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.keys = keys;
        this.queue = queue;
    }

    private record Leftover(String key, WorkKind kind, String argument, CallCause cause, String correlationId) {

        WorkRequest again(String under, String with) {
            return kind.ask(under, with, Priority.AGE, cause, correlationId);
        }
    }

    /** Lists of the catalogue are left to their schedule. */
    @Transactional
    public void takeOver() {
        List<Leftover> found = jdbc.sql(TAKE)
                .param("settings", keys.settings())
                .query((row, number) -> new Leftover(
                        row.getString("request_key"),
                        WorkKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("argument"),
                        CallCause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                        row.getString("correlation_id")))
                .list();
        Map<String, WorkRequest> asks = new LinkedHashMap<>();
        for (Leftover one : found) {
            if (one.kind == WorkKind.VEHICLE) {
                bring(one)
                        .forEach(vin ->
                                asks.putIfAbsent(keys.describing(vin), one.again(keys.describing(vin), vin.value())));
            } else if (one.kind == WorkKind.STYLE) {
                asks.put(
                        keys.style(Integer.parseInt(one.argument)),
                        one.again(keys.style(Integer.parseInt(one.argument)), one.argument));
            } else if (one.kind == WorkKind.MODEL) {
                String key = keys.model(ModelDesignation.of(one.argument));
                asks.put(key, one.again(key, one.argument));
            }
        }
        queue.ask(asks.values());
    }

    /** What was deleted since stays so. */
    private Collection<Vin> bring(Leftover one) {
        List<Vin> vins = jdbc.sql("SELECT vin FROM vehicles WHERE request_key = :key OR vin = :argument ORDER BY vin")
                .param("key", one.key)
                .param("argument", one.argument)
                .query((row, number) -> new Vin(row.getString(1)))
                .list();
        registry.ensureRegistered(vins, one.correlationId);
        return vins;
    }
}
