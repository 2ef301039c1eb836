package io.vinbridge.failures;

import java.time.Duration;

/** A failure that a second attempt, a moment later, may not meet: a timeout, a refused connection, a 503. */
public class TransientFailure extends Failure {

    public TransientFailure(Reason reason, String message, Duration retryAfter, Throwable cause) {
        super(reason, message, retryAfter, cause);
    }
}
