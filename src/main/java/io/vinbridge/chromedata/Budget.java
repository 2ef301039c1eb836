package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Priority;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Budget of billed calls, counted in the database for the whole cluster before each is made. The first call for a piece
 * of work is counted when the work is handed out ({@code claim_work}); every further attempt is counted here.
 */
@Component
public class Budget {

    private static final String SPENT = """
            SELECT ceil(extract(epoch FROM (day + 1)::timestamp - (now() AT TIME ZONE 'UTC')))::bigint AS seconds FROM budget
            WHERE day = (now() AT TIME ZONE 'UTC')::date AND spent >= :mostSpent::bigint
            """;

    /** What others owe meanwhile makes the wait longer, never shorter. */
    private static final String TURN = """
            SELECT greatest(0, -refilled_tokens(held, clock_timestamp(), :perSecond)) / refill_rate(:perSecond) FROM rate_limit held
            """;

    private final JdbcClient jdbc;
    private final ChromeDataSettings settings;

    Budget(JdbcClient jdbc, ChromeDataSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Counts the call that is about to be made for the work in hand. A further one waits for its turn where calls are
     * few a second: it comes right behind the one before, whose token was the only one.
     *
     * @throws AttemptNotAllowed if it is one attempt more than was counted, and rate limit or budget do not allow it
     *     now, or the work is another's by now
     */
    public void spend(@Variable("claim") Claim claim, @Variable("calledService") ChromeDataService service) {
        if (claim.calls().get() > 0) {
            reserve(claim);
        }
        claim.calls().incrementAndGet();
        claim.services().merge(service.word(), 1, Integer::sum);
    }

    /** Calls of this UTC day that are left for work that no person waits for; empty where there is no limit. */
    public OptionalLong left() {
        Long perDay = settings.callsPerDay();
        if (perDay == null) {
            return OptionalLong.empty();
        }
        long spent = jdbc.sql(
                        "SELECT coalesce((SELECT spent FROM budget WHERE day = (now() AT TIME ZONE 'UTC')::date), 0)")
                .query(Long.class)
                .single();
        return OptionalLong.of(Math.max(0, perDay - settings.callsKeptForPeople() - spent));
    }

    /** The day whose calls are counted now, which is the database's. */
    public LocalDate today() {
        return jdbc.sql("SELECT (now() AT TIME ZONE 'UTC')::date")
                .query(LocalDate.class)
                .single();
    }

    /** Calls that each later day has for such work; empty where there is no limit. */
    public OptionalLong eachDay() {
        Long perDay = settings.callsPerDay();
        return perDay == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, perDay - settings.callsKeptForPeople()));
    }

    /** Why no billed call is begun today, for people who wait or for the others; empty where one may be. */
    Optional<Failure> spent(boolean people) {
        Long perDay = settings.callsPerDay();
        if (perDay == null) {
            return Optional.empty();
        }
        return jdbc.sql(SPENT)
                .param("mostSpent", people ? perDay : perDay - settings.callsKeptForPeople())
                .query(Long.class)
                .optional()
                .map(seconds -> spent(Duration.ofSeconds(seconds)));
    }

    private static Failure spent(Duration untilTomorrow) {
        return new Failure(
                Reason.BUDGET_SPENT, "The calls of the day are spent; it is queued for tomorrow (UTC)", untilTomorrow);
    }

    private void reserve(Claim claim) {
        if (!reserved(claim)) {
            throw new AttemptNotAllowed();
        }
        if (settings.callsPerSecond() != null) {
            waitForTurn(settings.callsPerSecond());
        }
    }

    private void waitForTurn(int perSecond) {
        double seconds =
                jdbc.sql(TURN).param("perSecond", perSecond).query(Double.class).single();
        try {
            TimeUnit.MILLISECONDS.sleep((long) Math.ceil(seconds * 1_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttemptNotAllowed();
        }
    }

    private boolean reserved(Claim claim) {
        long kept = claim.priority() == Priority.PERSON ? 0 : settings.callsKeptForPeople();
        return jdbc.sql("SELECT reserve_call(:key, :token, :billed, :perSecond::integer, :perDay::bigint, :kept)")
                .param("key", claim.key())
                .param("token", claim.token())
                .param("billed", claim.lane().billed())
                .param("perSecond", settings.callsPerSecond())
                .param("perDay", settings.callsPerDay())
                .param("kept", kept)
                .query(Boolean.class)
                .single();
    }
}
