package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Ask;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Asks for what is not there, and waits for it. */
@Component
class LookUp {

    private final WorkQueue queue;
    private final Awaiting awaiting;

    LookUp(WorkQueue queue, Awaiting awaiting) {
        this.queue = queue;
        this.awaiting = awaiting;
    }

    /** Whether nothing was found. Camel's own test for null writes the body out for a message nobody reads. */
    static boolean missing(Exchange exchange) {
        return exchange.getMessage().getBody() == null;
    }

    Wanted ask(@Body Wanted wanted) {
        queue.ask(wanted.asks());
        return wanted;
    }

    /** What failed, by key; nothing where all was settled. */
    Map<String, Failure> await(@Body Wanted wanted) {
        if (wanted.asks().isEmpty()) {
            return Map.of();
        }
        List<String> keys = wanted.asks().stream().map(Ask::key).toList();
        return awaiting.all(keys, wanted.patience());
    }

    /** For a caller who wanted one thing: throws what it failed with. */
    void succeed(@Body Map<String, Failure> failures) {
        for (Failure failure : failures.values()) {
            throw failure;
        }
    }

    /** For what was settled and yet is not there: it was settled as something else, such as under another key. */
    Object found(@Body Object found) {
        if (found == null) {
            throw new Failure(Reason.PENDING, "Still being looked up");
        }
        return found;
    }
}
