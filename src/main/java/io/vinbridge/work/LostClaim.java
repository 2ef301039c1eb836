package io.vinbridge.work;

/** The lease ran out while the work was done: another node may have done it since, so this result must not be written. */
public final class LostClaim extends RuntimeException {

    public LostClaim(Claim claim) {
        super("the claim on " + claim.key() + " was lost: its lease ran out");
    }
}
