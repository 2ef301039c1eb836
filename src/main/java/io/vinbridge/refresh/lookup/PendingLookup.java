package io.vinbridge.refresh.lookup;

import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.util.Collection;

/**
 * What is to be asked for in the queue, and for how long the caller waits for it. Empty where all there was to do is done already.
 */
record PendingLookup(Collection<WorkRequest> asks, Duration patience) {}
