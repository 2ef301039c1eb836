package io.vinbridge.failures;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that did not work, for a reason that callers can act on. The message is shown to them: it holds no secret.
 */
public class Failure extends RuntimeException {

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    public Failure(Reason reason, String message) {
        this(reason, message, null, null);
    }

    /** A failure that may pass: {@code retryAfter} is how long to wait before asking again, null where nobody knows. */
    public Failure(Reason reason, String message, @Nullable Duration retryAfter) {
        this(reason, message, retryAfter, null);
    }

    protected Failure(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
