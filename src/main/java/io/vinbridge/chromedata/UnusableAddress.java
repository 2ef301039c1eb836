package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/**
 * Address of a picture that is not called: a fault of one listing, which says nothing of the service, so no breaker
 * counts it.
 */
public final class UnusableAddress extends Failure {

    /** The address itself is bound to the account, so no message may hold it. */
    public UnusableAddress(String why) {
        super(Reason.UPSTREAM_MALFORMED, "The Media Gallery listed a picture " + why + "; it is not fetched");
    }
}
