package io.vinbridge.refresh;

import io.vinbridge.work.Claim;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Carries the correlation id of whoever caused a piece of work through its log lines and its calls upstream. */
@Component
class Correlation {

    static final String HEADER = "X-Correlation-Id";
    static final String LOGGED = "correlationId";

    void begin(@Variable("claim") Claim claim, Exchange exchange) {
        if (claim.correlationId() != null) {
            MDC.put(LOGGED, claim.correlationId());
            exchange.getMessage().setHeader(HEADER, claim.correlationId());
        }
    }

    void end() {
        MDC.remove(LOGGED);
    }
}
