package io.vinbridge.refresh.queue;

import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Keeps the leases of what this node has in hand from running out. */
@Component
class Leases {

    private final InFlightWork workers;
    private final WorkQueue queue;

    Leases(InFlightWork workers, WorkQueue queue) {
        this.workers = workers;
        this.queue = queue;
    }

    void renew() {
        Collection<Claim> held = workers.inHand();
        if (!held.isEmpty()) {
            queue.renew(held);
        }
    }
}
