package io.vinbridge.chromedata.refusals;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/**
 * Complaint of a service about the form of what we sent: it is the question that is wrong, not the vehicle, and so all
 * questions are.
 */
public final class RequestComplaint extends Failure {

    public RequestComplaint(String message) {
        super(Reason.UPSTREAM_MALFORMED, message);
    }
}
