package io.vinbridge.database;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bulkhead for lists: connections of their own, so that a few long lists hold up other lists and nobody else, and a
 * limit for each statement.
 */
@Component
public class ListQueries {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final HikariDataSource lists;
    private final JdbcClient jdbc;
    private final CircuitBreaker readers;
    private final Duration limit;

    ListQueries(
            @Qualifier(DatabaseConfiguration.LISTS) DataSource lists,
            @Qualifier("readersBreaker") CircuitBreaker readers,
            DatabaseSettings settings)
            throws SQLException {
        this.lists = lists.unwrap(HikariDataSource.class);
        this.jdbc = JdbcClient.create(lists);
        this.readers = readers;
        this.limit = settings.listsLimit();
    }

    /**
     * Reads a list.
     *
     * @param what the list in words, with what it is filtered by
     * @throws DatabaseUnavailable if the database does not answer
     * @throws Failure if all connections are with other lists or it takes too long; it names the list
     */
    public <T> T read(String what, Function<JdbcClient, T> query) {
        if (readers.getState() == CircuitBreaker.State.OPEN) {
            throw new DatabaseUnavailable(CallNotPermittedException.createCallNotPermittedException(readers));
        }
        try {
            return query.apply(jdbc);
        } catch (CannotGetJdbcConnectionException e) {
            if (!allTaken()) {
                throw new DatabaseUnavailable(e);
            }
            throw new Failure(Reason.BUSY, "Other lists are being read; " + what + " was not begun", COME_BACK);
        } catch (QueryTimeoutException e) {
            throw tooLong(what);
        } catch (DataAccessException e) {
            if (cancelled(e)) {
                throw tooLong(what);
            }
            throw ReadQueries.trouble(e) ? new DatabaseUnavailable(e) : e;
        }
    }

    private boolean allTaken() {
        return lists.getHikariPoolMXBean() != null
                && lists.getHikariPoolMXBean().getActiveConnections() >= lists.getMaximumPoolSize();
    }

    /** True if PostgreSQL ended the statement at its limit (SQLSTATE 57014). */
    private static boolean cancelled(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause && "57014".equals(cause.getSQLState());
    }

    private Failure tooLong(String what) {
        return new Failure(
                Reason.STORE_UNAVAILABLE,
                what + " took longer than " + limit.toMillis() + " ms; narrow it or ask for a smaller part",
                COME_BACK);
    }
}
