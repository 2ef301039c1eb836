package io.vinbridge.database;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Short queries of callers who wait for an answer, behind a bulkhead (connections of their own, which no work can
 * hold), a timeout, and a circuit breaker, which refuses the next at once for a while after most of the last have
 * failed.
 */
@Component
public class ReadQueries {

    private final JdbcClient readers;
    private final JdbcClient everybody;
    private final CircuitBreaker breaker;

    ReadQueries(
            @Qualifier(DatabaseConfiguration.READERS) DataSource readers,
            JdbcClient everybody,
            @Qualifier("readersBreaker") CircuitBreaker breaker) {
        this.readers = JdbcClient.create(readers);
        this.everybody = everybody;
        this.breaker = breaker;
    }

    /**
     * Asks. Within a transaction it is the transaction's own question, which sees what that has written.
     *
     * @throws DatabaseUnavailable if there is no answer in time
     */
    public <T> T ask(Function<JdbcClient, T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return question.apply(everybody);
        }
        try {
            return breaker.executeSupplier(() -> question.apply(readers));
        } catch (CallNotPermittedException heldBack) {
            throw new DatabaseUnavailable(heldBack);
        } catch (DataAccessException e) {
            throw trouble(e) ? new DatabaseUnavailable(e) : e;
        }
    }

    /** True if it is the database that fails, and not the question. */
    static boolean trouble(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException;
    }
}
