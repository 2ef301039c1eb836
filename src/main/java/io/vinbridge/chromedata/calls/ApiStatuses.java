package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Meaning of an answer of CVD or VSS that is no 200. A gateway stands before both, and has a page of its own for most
 * of them, so that 404 is only a word on a vehicle where no page comes with it.
 */
@Component
class ApiStatuses {

    private static final int LONGEST = 4096;
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)(vin|vehicle|style)\\b.*\\b(not found|unknown|invalid|not valid|no match)|(no|not) (match|vehicle|data|result)");

    private final HttpStatuses statuses;
    private final RefusalClassifier refusals;

    ApiStatuses(HttpStatuses statuses, RefusalClassifier refusals) {
        this.statuses = statuses;
        this.refusals = refusals;
    }

    /** Whether the service says that it does not have what it was asked for. */
    static boolean notFound(int status, String text) {
        return status == 404 && (text.isBlank() || text.stripLeading().startsWith("{"));
    }

    /** The beginning of an answer that is no 200. */
    static String text(InputStream wire) throws IOException {
        return new String(wire.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }

    /**
     * The failure that a status stands for.
     *
     * @param date of the answer, as its header says
     */
    Failure failure(String service, int status, String text, Duration retryAfter, String date) {
        boolean page = text.stripLeading().startsWith("<");
        String answered = service + " answered " + status + (text.isBlank() || page ? "" : ": " + refusals.shown(text));
        if (status == 429 || retryAfter != null) {
            return statuses.failure(service, 429, retryAfter);
        }
        if (status == 401 || status == 440) {
            return credentials(answered, date);
        }
        if (status == 400 && text.toLowerCase(Locale.ROOT).contains("authorization")) {
            return credentials(answered, date);
        }
        if (status == 403) {
            return refusals.refused(answered, About.ENTITLEMENT);
        }
        if (status == 400) {
            return refusals.refused(answered, About.OTHER);
        }
        if (status == 404) {
            return new Failure(
                    Reason.UPSTREAM_MALFORMED,
                    service + " is not at its address: what answers there has a page for 404");
        }
        return statuses.failure(service, status, null);
    }

    /**
     * What a text means that comes in the place of what was asked for, though the status is that of an answer:
     * something is wrong with what was asked for, with the account, or with something that nobody told.
     *
     * @param code of an answer that the service does not have it
     */
    <T> Answer<T> declined(String service, String text, String code) {
        UpstreamRefused refused = refusals.refused(service + ": " + text, About.OTHER);
        if (!refused.about().ofAccount() && UNKNOWN.matcher(text).find()) {
            return new Answer.NotCarried<>(code, refusals.shown(text));
        }
        throw refused;
    }

    /** A wrong clock is told as that: the key and the secret are right then, and nobody need look for them. */
    private UpstreamRefused credentials(String answered, String date) {
        Duration skew = ClockSkew.of(date, Instant.now());
        if (skew != null) {
            return new UpstreamRefused(
                    About.CLOCK,
                    answered + "; the clock of this node is " + ClockSkew.inWords(skew) + " that of ChromeData");
        }
        return new UpstreamRefused(About.CREDENTIALS, answered);
    }
}
