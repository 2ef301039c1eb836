package io.vinbridge.refresh.queue;

import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.KeyStatus;
import io.vinbridge.work.KeyStatuses;
import java.time.Duration;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells those who wait on this node what other nodes have settled, and what is not begun now. */
@Component
class RemoteCompletionPoll {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final KeyWaiters awaiting;
    private final KeyStatuses standings;
    private final CallAdmission admission;

    RemoteCompletionPoll(KeyWaiters awaiting, KeyStatuses standings, CallAdmission admission) {
        this.awaiting = awaiting;
        this.standings = standings;
        this.admission = admission;
    }

    /**
     * Looks how things stand, and tells.
     *
     * @throws DataAccessException if that cannot be known; who waits is told so, rather than left to wait in vain
     */
    void tell() {
        Set<String> keys = awaiting.keys();
        if (keys.isEmpty()) {
            return;
        }
        try {
            tell(keys);
        } catch (DataAccessException | TransactionException gone) {
            keys.forEach(key -> awaiting.failed(
                    key, new Failure(Reason.STORE_UNAVAILABLE, "The database does not answer", COME_BACK)));
            throw gone;
        }
    }

    private void tell(Set<String> keys) {
        admission
                .closed(true)
                .forEach((lane, failure) -> standings.queued(keys, lane).forEach(key -> awaiting.failed(key, failure)));
        for (KeyStatus standing : standings.settled(keys)) {
            if (standing.failure() == null) {
                awaiting.settled(standing.key());
            } else {
                awaiting.failed(standing.key(), standing.failure());
            }
        }
    }
}
