package io.vinbridge.publishing.webhooks;

import java.time.Duration;

/**
 * Outcome of an attempt.
 *
 * @param status that the receiver answered; null where it did not
 * @param failure what went wrong; null where nothing did
 * @param retryAfter how long the receiver asked to be left alone; null where it did not
 */
record DeliveryOutcome(Integer status, String failure, Duration retryAfter) {

    private static final int GONE = 410;

    static DeliveryOutcome answered(int status, Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new DeliveryOutcome(status, null, null);
        }
        String failure = status >= 300 && status < 400
                ? "It answered " + status + ", and redirects are not followed"
                : "It answered " + status;
        return new DeliveryOutcome(status, failure, retryAfter);
    }

    static DeliveryOutcome failed(String failure) {
        return new DeliveryOutcome(null, failure, null);
    }

    boolean delivered() {
        return failure == null;
    }

    /** True if the receiver wants no message ever again. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
