package io.vinbridge.ops.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.database.RefusedWrites;
import io.vinbridge.ops.monitoring.DegradedHealth;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Health of the database as readers see it: without answers to readers a node is not ready. If they get answers and all
 * others get no connection, or write nothing, the node stays ready, because stored data is served.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final String SILENT = "PostgreSQL does not answer";

    private final ReadQueries reading;
    private final CircuitBreaker connections;
    private final RefusedWrites refused;
    private volatile String last = SILENT;

    DatabaseHealth(
            ReadQueries reading, @Qualifier("databaseBreaker") CircuitBreaker connections, RefusedWrites refused) {
        this.reading = reading;
        this.connections = connections;
        this.refused = refused;
    }

    @Override
    public Health health() {
        try {
            reading.ask(jdbc -> jdbc.sql("SELECT 1").query(Integer.class).single());
            last = SILENT;
        } catch (DatabaseUnavailable e) {
            return DegradedHealth.down(
                    "database-unavailable",
                    words(e),
                    "Check PostgreSQL and the connection to SPRING_DATASOURCE_URL; it is tried again by itself");
        }
        return DegradedHealth.of(
                Stream.of(unwritable(), spent()).flatMap(Optional::stream).toList());
    }

    /** What PostgreSQL said last, or the driver of it: an open circuit breaker says only that nobody asks. */
    private String words(DatabaseUnavailable e) {
        if (!DatabaseUnavailable.heldBack(e)) {
            last = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
        return last;
    }

    private Optional<Health> unwritable() {
        return refused.now()
                .map(words -> DegradedHealth.because(
                        "database-unwritable",
                        "PostgreSQL answers and writes nothing: " + words,
                        "Make room on its disk, or let SPRING_DATASOURCE_URL lead to the primary and take"
                                + " default_transaction_read_only away; what is stored is served meanwhile"));
    }

    private Optional<Health> spent() {
        return connections.getState() == CircuitBreaker.State.CLOSED
                ? Optional.empty()
                : Optional.of(DegradedHealth.because(
                        "connections-spent",
                        "All connections to the database are in use, except those of readers",
                        "Look at pg_stat_activity for the queries that hold them; it is tried again by itself"));
    }
}
