package io.vinbridge.work;

/**
 * The lease ran out while the work was done: another node may have done it since, so this result must not be written.
 */
public final class LeaseLost extends RuntimeException {

    public LeaseLost(Claim claim) {
        this(claim.key());
    }

    /** The same of work that is in no queue of requests. */
    public LeaseLost(String what) {
        super("the claim on " + what + " was lost: its lease ran out");
    }
}
