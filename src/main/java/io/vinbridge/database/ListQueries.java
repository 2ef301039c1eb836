package io.vinbridge.database;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
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
 * Bulkhead for lists: connections of their own, so that a few long lists hold up other lists and nobody else, and a limit for each
 * statement.
 */
@Component
public class ListQueries {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Duration limit;

    ListQueries(@Qualifier(DatabaseConfiguration.LISTS) DataSource lists, DatabaseSettings settings) {
        this.jdbc = JdbcClient.create(lists);
        this.limit = settings.listsLimit();
    }

    /**
     * Reads a list.
     *
     * @param what the list in words, with what it is filtered by
     * @throws Failure if there is no connection for it or it takes too long; it names the list
     */
    public <T> T read(String what, Function<JdbcClient, T> query) {
        try {
            return query.apply(jdbc);
        } catch (CannotGetJdbcConnectionException e) {
            throw new Failure(Reason.BUSY, "Other lists are being read; " + what + " was not begun", COME_BACK);
        } catch (QueryTimeoutException e) {
            throw tooLong(what);
        } catch (DataAccessException e) {
            if (ReadQueries.trouble(e)) {
                throw tooLong(what);
            }
            throw e;
        }
    }

    private Failure tooLong(String what) {
        return new Failure(
                Reason.STORE_UNAVAILABLE,
                what + " took longer than " + limit.toMillis() + " ms; narrow it or ask for a smaller part",
                COME_BACK);
    }
}
