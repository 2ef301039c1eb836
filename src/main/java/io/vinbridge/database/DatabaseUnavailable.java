package io.vinbridge.database;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The database does not answer, or not in the time that a reader waits. */
public class DatabaseUnavailable extends Failure {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    DatabaseUnavailable(Throwable cause) {
        super(Reason.STORE_UNAVAILABLE, "The database does not answer", COME_BACK, cause);
    }

    /** True if a failure says that there is no database, or none now, and nothing about what was asked of it. */
    public static boolean isMeantBy(Throwable failure) {
        return failure instanceof DatabaseUnavailable
                || failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException;
    }

    /**
     * True if the same may do well in a moment: there is no database now, or it was busy with others, as in a deadlock.
     */
    public static boolean mayPass(Throwable failure) {
        return isMeantBy(failure) || failure instanceof TransientDataAccessException;
    }

    /**
     * True if the database was not even asked, because it has not been answering: that it does not was said when that
     * began.
     */
    public static boolean heldBack(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof CallNotPermittedException;
    }
}
