package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Budget of billed calls, counted in the database for the whole cluster before each is made. The first call for a piece
 * of work is counted when the work is handed out ({@code claim_work}); every further attempt is counted here.
 */
@Component
public class Budget {

    private static final String CLOSED = """
            SELECT extract(epoch FROM CASE WHEN isfinite(ads_held_until) THEN ads_held_until - now() END) AS ads,
                extract(epoch FROM CASE WHEN isfinite(media_held_until) THEN media_held_until - now() END) AS media,
                extract(epoch FROM (SELECT (day + 1)::timestamp - (now() AT TIME ZONE 'UTC') FROM budget
                    WHERE day = (now() AT TIME ZONE 'UTC')::date AND spent >= :mostSpent::bigint)) AS day
            FROM rate_limit
            """;

    private final JdbcClient jdbc;
    private final ChromeDataSettings settings;

    Budget(JdbcClient jdbc, ChromeDataSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Counts the call that is about to be made for the work in hand.
     *
     * @throws AttemptNotAllowed if it is one attempt more than was counted, and rate limit or budget do not allow it
     *     now
     */
    public void spend(@Variable("claim") Claim claim, @Variable("calledService") String service) {
        if (claim.calls().get() > 0 && !reserved(claim)) {
            throw new AttemptNotAllowed();
        }
        claim.calls().incrementAndGet();
        claim.services().merge(service, 1, Integer::sum);
    }

    /** Keeps the whole cluster from calling a service for so long. */
    public void suspend(Lane lane, Duration wait) {
        String column = lane == Lane.MEDIA || lane == Lane.PICTURE ? "media_held_until" : "ads_held_until";
        jdbc.sql("UPDATE rate_limit SET " + column + " = greatest(" + column + ", now() + :wait::interval)")
                .param("wait", wait.toString())
                .update();
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

    /** Calls that each later day has for such work; empty where there is no limit. */
    public OptionalLong eachDay() {
        Long perDay = settings.callsPerDay();
        return perDay == null ? OptionalLong.empty() : OptionalLong.of(perDay - settings.callsKeptForPeople());
    }

    /** The lanes in which nothing is begun now, for people who wait or for the others, and why. */
    Map<Lane, Failure> closed(boolean people) {
        Map<Lane, Failure> closed = new EnumMap<>(Lane.class);
        Long perDay = settings.callsPerDay();
        jdbc.sql(CLOSED)
                .param(
                        "mostSpent",
                        perDay == null || people ? perDay : Long.valueOf(perDay - settings.callsKeptForPeople()))
                .query(row -> {
                    wait(row, "day").map(Budget::spent).ifPresent(spent -> {
                        closed.put(Lane.DESCRIBE, spent);
                        closed.put(Lane.MEDIA, spent);
                    });
                    wait(row, "ads").map(Budget::held).ifPresent(held -> {
                        closed.put(Lane.LIST, held);
                        closed.put(Lane.DESCRIBE, held);
                    });
                    wait(row, "media").map(Budget::held).ifPresent(held -> {
                        closed.put(Lane.MEDIA, held);
                        closed.put(Lane.PICTURE, held);
                    });
                });
        return closed;
    }

    private static Optional<Duration> wait(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return seconds > 0 ? Optional.of(Duration.ofSeconds((long) Math.ceil(seconds))) : Optional.empty();
    }

    private static Failure held(Duration wait) {
        return new Failure(Reason.UPSTREAM_UNAVAILABLE, "ChromeData asked us to wait", wait);
    }

    private static Failure spent(Duration untilTomorrow) {
        return new Failure(
                Reason.BUDGET_SPENT, "The calls of the day are spent; it is queued for tomorrow (UTC)", untilTomorrow);
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
