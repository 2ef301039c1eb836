package io.vinbridge.refresh.lookup;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.work.GroupCommit;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Asks for what is not there, and waits for it. */
@Component
class LookupSteps {

    /** The variable of what failed, by key. */
    static final String FAILURES = "failures";

    private static final int ONCE_MORE = 1;

    private static final int MOST = 64;

    private final GroupCommit<PendingLookup, PendingLookup> queue;
    private final KeyWaiters awaiting;

    LookupSteps(WorkQueue queue, KeyWaiters awaiting) {
        this.queue = new GroupCommit<>(MOST, lookups -> {
            queue.ask(lookups.stream().flatMap(one -> one.asks().stream()).toList());
            return lookups;
        });
        this.awaiting = awaiting;
    }

    /** True if nothing was found. Camel's own test for null writes the body out for a message nobody reads. */
    static boolean notFound(Exchange exchange) {
        return exchange.getMessage().getBody() == null;
    }

    /**
     * True on the first pass, and once more if a previous fetch of the same key released this waiter before its own
     * request was queued.
     */
    static boolean mustWait(Exchange exchange) {
        Map<?, ?> failures = exchange.getVariable(FAILURES, Map.class);
        int rounds = exchange.getProperty(Exchange.LOOP_INDEX, -1, Integer.class) + 1;
        return failures == null || (notFound(exchange) && failures.isEmpty() && rounds <= ONCE_MORE);
    }

    /** Enqueues what is wanted, together with what other callers want at this moment. */
    PendingLookup ask(@Body PendingLookup wanted) {
        return wanted.asks().isEmpty() ? wanted : queue.write(wanted);
    }

    /**
     * Waits, and returns the failures by key; empty if all was settled. If too many wait already, all of them fail with
     * that.
     */
    Map<String, Failure> await(@Body PendingLookup wanted) {
        if (wanted.asks().isEmpty()) {
            return Map.of();
        }
        List<String> keys = wanted.asks().stream().map(WorkRequest::key).toList();
        try {
            return awaiting.all(keys, wanted.patience());
        } catch (Failure tooMany) {
            return keys.stream().collect(Collectors.toMap(key -> key, key -> tooMany));
        }
    }

    /** The same where there is no database to ask: what was served last is remembered. */
    Map<String, Failure> databaseAway() {
        return Map.of("", new Failure(Reason.STORE_UNAVAILABLE, "The database does not answer"));
    }

    static boolean withoutDatabase(Exchange exchange) {
        return DatabaseUnavailable.isMeantBy(exchange.getException());
    }

    /**
     * Returns the stored thing. If there is none, it throws the failure of the look-up; or the key was settled as
     * something else, such as under another key.
     */
    Object found(@Body Object found, @Variable(FAILURES) Map<String, Failure> failures) {
        if (found == null) {
            throw failures.values().stream()
                    .findFirst()
                    .orElseGet(() -> new Failure(Reason.PENDING, "Still being looked up"));
        }
        return found;
    }

    /** Result of the forced refresh; that it is not carried leaves the stored answer, and is told as a failure. */
    ForcedRefresh renewal(@Body Object found, @Variable(FAILURES) Map<String, Failure> failures) {
        boolean declined = found instanceof StoredVehicle vehicle && vehicle.declined();
        return new ForcedRefresh(failures.values().stream()
                .findFirst()
                .orElse(declined ? new Failure(Reason.NOT_CARRIED, "ChromeData does not carry it") : null));
    }
}
