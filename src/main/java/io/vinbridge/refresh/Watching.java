package io.vinbridge.refresh;

import io.vinbridge.work.Standing;
import io.vinbridge.work.WorkQueue;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sees in the queue what other nodes have settled, for those who wait on this one. */
@Component
class Watching {

    private final Awaiting awaiting;
    private final WorkQueue queue;

    Watching(Awaiting awaiting, WorkQueue queue) {
        this.awaiting = awaiting;
        this.queue = queue;
    }

    void tell() {
        Set<String> keys = awaiting.keys();
        if (keys.isEmpty()) {
            return;
        }
        for (Standing standing : queue.standing(keys)) {
            if (standing.failure() == null) {
                awaiting.settled(standing.key());
            } else {
                awaiting.failed(standing.key(), standing.failure());
            }
        }
    }
}
