package io.vinbridge.database;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Circuit breaker before a connection pool: connections are refused at once while none is to be had. Without it every
 * caller waits for as long as the pool lets it, and the threads that serve requests are soon all waiting.
 */
final class BreakerDataSource extends DelegatingDataSource {

    private final CircuitBreaker breaker;

    BreakerDataSource(DataSource pool, CircuitBreaker breaker) {
        super(pool);
        this.breaker = breaker;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return breaker.executeCheckedSupplier(obtainTargetDataSource()::getConnection);
        } catch (CallNotPermittedException heldBack) {
            throw new SQLTransientConnectionException(
                    "The database has not been answering; it is tried again soon", heldBack);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
