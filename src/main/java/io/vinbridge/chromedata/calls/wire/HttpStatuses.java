package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.chromedata.refusals.UpstreamThrottled;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells what an HTTP status means that came without an answer of the service's own. */
@Component
public class HttpStatuses {

    /** Wait after a 429 without {@code Retry-After}. */
    private static final Duration UNTOLD = Duration.ofSeconds(10);

    private final RefusalClassifier refusals;

    public HttpStatuses(RefusalClassifier refusals) {
        this.refusals = refusals;
    }

    /** The failure that {@code status} stands for; {@code retryAfter} as the service said, null where it did not. */
    public Failure failure(String service, int status, Duration retryAfter) {
        String answered = service + " answered " + status;
        if (status == 429 || retryAfter != null) {
            return new UpstreamThrottled(answered, retryAfter == null ? UNTOLD : retryAfter);
        }
        if (status >= 500 || status == 408) {
            return WireFailures.unavailable(answered);
        }
        if (status == 401) {
            return refusals.refused(answered, About.CREDENTIALS);
        }
        if (status == 403) {
            return refusals.refused(answered, About.ENTITLEMENT);
        }
        if (status >= 400) {
            return refusals.refused(answered, About.OTHER);
        }
        return new Failure(Reason.UPSTREAM_MALFORMED, answered + ", which is no answer");
    }
}
