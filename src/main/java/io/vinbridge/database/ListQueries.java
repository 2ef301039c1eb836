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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bulkhead for lists: connections of their own, so that a few long lists hold up other lists and nobody else, and a
 * limit for each statement. Its connections keep a statement's plan, whatever the values, unless it is read
 * {@linkplain #readByValues by its values}.
 */
@Component
public class ListQueries {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final HikariDataSource lists;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CircuitBreaker readers;
    private final Duration limit;

    ListQueries(
            @Qualifier(DatabaseConfiguration.LISTS) DataSource lists,
            @Qualifier("readersBreaker") CircuitBreaker readers,
            DatabaseSettings settings)
            throws SQLException {
        this.lists = lists.unwrap(HikariDataSource.class);
        this.jdbc = JdbcClient.create(lists);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(lists));
        this.readers = readers;
        this.limit = settings.listsLimit();
    }

    /**
     * Reads a list by a statement that has one good plan: planning costs more than what a page's walk along an index
     * does.
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
        } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException e) {
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

    /**
     * Reads a list by a plan made for its values, as {@link #read} does otherwise: a plan for whatever value may come
     * is none for a rare one.
     */
    public <T> T readByValues(String what, Function<JdbcClient, T> query) {
        return read(
                what,
                all -> transactions.execute(transaction -> {
                    PlanCacheMode.CUSTOM.set(all);
                    return query.apply(all);
                }));
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
