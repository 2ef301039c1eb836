package io.vinbridge.events.processing;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Steps that routes in YAML may request for an event. */
@Component
class EventSteps {

    private static final Logger LOG = LoggerFactory.getLogger(EventSteps.class);

    void track(@Body EventContext event) {
        event.track();
    }

    void untrack(@Body EventContext event) {
        event.untrack();
    }

    void keepFields(@Body EventContext event, @Variable("status") String status) {
        event.keepFields(status);
    }

    void describe(@Body EventContext event) {
        event.describe();
    }

    void lookAgain(@Body EventContext event) {
        event.lookAgain();
    }

    void refuse(@Body EventContext event) {
        throw new Failure(Reason.INVALID_EVENT, "No route says what to do about " + event.getKind());
    }

    void decided(@Body EventContext event) {
        event.decided();
    }

    void failed(@Body EventContext event, Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (!(failure instanceof Failure)) {
            LOG.warn(
                    "Processing an event of the kind {} failed, and will be retried: {}",
                    event.getKind(),
                    failure.toString());
        }
        event.failed(failure);
    }
}
