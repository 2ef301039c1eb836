package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/**
 * Retry that our own rate limit or budget does not allow now, or that is another node's to make, whose work it is by
 * now. It says nothing of the service, so no circuit breaker counts it.
 */
final class AttemptNotAllowed extends Failure {

    AttemptNotAllowed() {
        super(Reason.UPSTREAM_UNAVAILABLE, "ChromeData did not answer, and may not be asked again now");
    }
}
