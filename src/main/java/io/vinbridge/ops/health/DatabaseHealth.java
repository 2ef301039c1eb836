package io.vinbridge.ops.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.ops.monitoring.DegradedHealth;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Whether readers get answers from the database: without that a node is not ready. Where they do and all others get no connection, the
 * node stays ready, because what is stored is served.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final ReadQueries reading;
    private final CircuitBreaker connections;

    DatabaseHealth(ReadQueries reading, @Qualifier("databaseBreaker") CircuitBreaker connections) {
        this.reading = reading;
        this.connections = connections;
    }

    @Override
    public Health health() {
        try {
            reading.ask(jdbc -> jdbc.queryForObject("SELECT 1", Integer.class));
        } catch (DatabaseUnavailable e) {
            return DegradedHealth.down(
                    "database-unavailable",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    "Check PostgreSQL and the way to SPRING_DATASOURCE_URL; it is tried again by itself");
        }
        return connections.getState() == CircuitBreaker.State.CLOSED
                ? Health.up().build()
                : DegradedHealth.because(
                        "connections-spent",
                        "No connection to the database is to be had, but for readers",
                        "Look at pg_stat_activity for what holds them; it is tried again by itself");
    }
}
