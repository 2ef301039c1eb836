package io.vinbridge.refresh.lookup;

import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.util.Collection;

/** Requests of a look-up for the queue, and the time for which its caller waits. Empty if nothing is left to do. */
record PendingLookup(Collection<WorkRequest> asks, Duration patience) {}
