package io.vinbridge.chromedata.refusals;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;

/** Throttling by a service (429 or {@code Retry-After}): nobody in the cluster calls it before the time it named. */
public final class UpstreamThrottled extends Failure {

    public UpstreamThrottled(String message, Duration wait) {
        super(Reason.UPSTREAM_UNAVAILABLE, message, wait);
    }
}
