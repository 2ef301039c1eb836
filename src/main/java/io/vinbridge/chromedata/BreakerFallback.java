package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Fallback of a circuit breaker: it never makes an answer up, it says why there is none. */
public final class BreakerFallback {

    private final Supplier<Failure> closed;

    BreakerFallback(Supplier<Failure> closed) {
        this.closed = closed;
    }

    /** Reason for which no call is let through. */
    Failure closed() {
        return closed.get();
    }

    /**
     * Throws what the call failed with (as it is: Camel's {@code @ExchangeException} would hand in its innermost
     * cause), or, where the breaker let no call through, why it does not.
     */
    public void explain(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failed) throws Exception {
        throw failed == null ? closed.get() : failed;
    }
}
