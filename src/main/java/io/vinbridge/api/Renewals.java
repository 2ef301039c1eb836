package io.vinbridge.api;

import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.Renewal;
import org.apache.camel.Exchange;

/** New looks that callers ask for, and what the answer says of them. */
final class Renewals {

    private Renewals() {}

    static boolean asked(Exchange exchange) {
        return exchange.getVariable(Parameters.VARIABLE, Parameters.class).flag("refresh");
    }

    /** Adds what became of the look, where one was asked for. */
    static Reply tell(Renewal renewal, Reply reply) {
        if (renewal == null) {
            return reply;
        }
        String outcome = renewal.failure() == null
                ? "done"
                : "failed; reason=" + renewal.failure().reason().word();
        return reply.with("X-Refresh", outcome);
    }
}
