package io.vinbridge.gallery.store;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;

/** Lack of room in the store of pictures. */
public final class StoreFull extends Failure {

    StoreFull(String message, Duration retryAfter) {
        super(Reason.STORE_UNAVAILABLE, message, retryAfter);
    }
}
