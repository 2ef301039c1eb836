package io.vinbridge.work;

/** The lease ran out while the work was done: another node may have done it since, so this result must not be written. */
public final class LeaseLost extends RuntimeException {

    public LeaseLost(Claim claim) {
        super("the claim on " + claim.key() + " was lost: its lease ran out");
    }
}
