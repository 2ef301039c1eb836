package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives work that failed back to the queue. */
@Component
class GivingBack {

    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);

    private final WorkQueue queue;
    private final Awaiting awaiting;

    GivingBack(WorkQueue queue, Awaiting awaiting) {
        this.queue = queue;
        this.awaiting = awaiting;
    }

    void failed(@Variable("claim") Claim claim, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception exception) {
        Failure failure = failure(claim, exception);
        queue.fail(claim, failure);
        awaiting.failed(claim.key(), failure);
    }

    private static Failure failure(Claim claim, Exception exception) {
        if (exception instanceof Failure failure) {
            LOG.warn("{} failed (attempt {}): {}", claim.key(), claim.attempts(), failure.getMessage());
            return failure;
        }
        LOG.error("{} failed (attempt {})", claim.key(), claim.attempts(), exception);
        return new Failure(Reason.INTERNAL, "The look-up failed in this service");
    }
}
