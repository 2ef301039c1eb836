package io.vinbridge.stock.reading;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/** A file of which nothing may be believed: it breaks off, or contradicts itself, or is no table at all. */
public final class BrokenFile extends Failure {

    private static final long serialVersionUID = 1;

    public BrokenFile(String why) {
        super(Reason.INVALID_REQUEST, why);
    }
}
