package io.vinbridge.refresh;

import io.vinbridge.chromedata.Admission;
import io.vinbridge.work.Standing;
import io.vinbridge.work.Standings;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells those who wait on this node what other nodes have settled, and what is not begun now. */
@Component
class Watching {

    private final Awaiting awaiting;
    private final Standings standings;
    private final Admission admission;

    Watching(Awaiting awaiting, Standings standings, Admission admission) {
        this.awaiting = awaiting;
        this.standings = standings;
        this.admission = admission;
    }

    void tell() {
        Set<String> keys = awaiting.keys();
        if (keys.isEmpty()) {
            return;
        }
        admission
                .closed(true)
                .forEach((lane, failure) -> standings.queued(keys, lane).forEach(key -> awaiting.failed(key, failure)));
        for (Standing standing : standings.settled(keys)) {
            if (standing.failure() == null) {
                awaiting.settled(standing.key());
            } else {
                awaiting.failed(standing.key(), standing.failure());
            }
        }
    }
}
