package io.vinbridge.events.webhooks;

import java.time.Duration;

/**
 * What became of an attempt.
 *
 * @param status that the receiver answered; null where it did not
 * @param failure what went wrong; null where nothing did
 * @param retryAfter how long the receiver asked to be left alone; null where it did not
 */
record Outcome(Integer status, String failure, Duration retryAfter) {

    private static final int GONE = 410;

    static Outcome answered(int status, Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new Outcome(status, null, null);
        }
        String failure = status >= 300 && status < 400
                ? "It answered " + status + ", and redirects are not followed"
                : "It answered " + status;
        return new Outcome(status, failure, retryAfter);
    }

    static Outcome failed(String failure) {
        return new Outcome(null, failure, null);
    }

    boolean delivered() {
        return failure == null;
    }

    /** Whether the receiver wants no message ever again. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
