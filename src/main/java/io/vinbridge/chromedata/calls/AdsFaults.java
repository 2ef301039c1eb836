package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
import io.vinbridge.chromedata.calls.wire.WireFailures;
import io.vinbridge.chromedata.refusals.RequestComplaint;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.chromedata.refusals.UpstreamThrottled;
import io.vinbridge.failures.Failure;
import java.time.Duration;

/**
 * Meaning of SOAP faults. The service counts what its schema refuses, and what it refuses of an account, among its own
 * faults, so that the text is looked at before the code.
 */
final class AdsFaults {

    private final RefusalClassifier refusals;
    private final ChromeDataSettings settings;

    AdsFaults(RefusalClassifier refusals, ChromeDataSettings settings) {
        this.refusals = refusals;
        this.settings = settings;
    }

    /** The failure that a fault stands for; {@code retryAfter} as the service said, null where it did not. */
    Failure failure(AdsReply.Fault fault, Duration retryAfter) {
        if (fault.ofForm()) {
            return new RequestComplaint("ADS could not read what was asked: " + refusals.shown(fault.text()));
        }
        UpstreamRefused refused = refusals.refused(fault.text(), About.OTHER);
        boolean ofAccount = refused.about().ofAccount() && !(fault.ofServer() && speaksOfItself(fault.text()));
        if (ofAccount || !fault.ofServer()) {
            return refused;
        }
        String failed = "ADS failed: " + refusals.shown(fault.text());
        return retryAfter == null ? WireFailures.unavailable(failed) : new UpstreamThrottled(failed, retryAfter);
    }

    /** A service that fails may name an account or a limit of its own, such as that of its connections. */
    private boolean speaksOfItself(String text) {
        return settings.failures().stream()
                .anyMatch(pattern -> pattern.matcher(text).find());
    }
}
