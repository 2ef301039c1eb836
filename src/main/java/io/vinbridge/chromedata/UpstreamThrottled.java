package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;

/** A service said when it may be called again: nobody in the cluster calls it before. */
public final class UpstreamThrottled extends Failure {

    UpstreamThrottled(String message, Duration wait) {
        super(Reason.UPSTREAM_UNAVAILABLE, message, wait);
    }
}
