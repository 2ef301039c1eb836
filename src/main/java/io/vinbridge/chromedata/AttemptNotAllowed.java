package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/**
 * Retry that our own rate limit or budget does not allow now. It says nothing of the service, so no circuit breaker
 * counts it.
 */
final class AttemptNotAllowed extends Failure {

    AttemptNotAllowed() {
        super(Reason.UPSTREAM_UNAVAILABLE, "ChromeData did not answer, and may not be asked again now");
    }
}
