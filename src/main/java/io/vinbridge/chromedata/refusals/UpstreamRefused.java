package io.vinbridge.chromedata.refusals;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/**
 * The service understood and refused: every fault that is no complaint of form. Its text is kept; asking again helps
 * nobody.
 */
public final class UpstreamRefused extends Failure {

    /** Subject of a refusal. */
    public enum About {
        CREDENTIALS,
        /** This node's clock: a signature holds for a few minutes. */
        CLOCK,
        /** The profile that the service is asked to answer by. */
        PROFILE,
        ENTITLEMENT,
        QUOTA,
        OTHER;

        /** True if it is the account that is refused, and so every call to come, rather than this one question. */
        public boolean ofAccount() {
            return this != OTHER;
        }
    }

    private final About about;

    public UpstreamRefused(About about, String text) {
        super(Reason.UPSTREAM_REFUSED, "ChromeData refused: " + text);
        this.about = about;
    }

    public About about() {
        return about;
    }
}
