package io.vinbridge.api.caching;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** New fetches that callers ask for, and what the answer says of them. */
public final class RefreshHeader {

    private RefreshHeader() {}

    public static boolean asked(Exchange exchange) {
        return exchange.getVariable(Parameters.VARIABLE, Parameters.class).flag("refresh");
    }

    /** Adds what became of the fetch, where one was asked for. */
    public static Reply tell(@Nullable ForcedRefresh renewal, Reply reply) {
        if (renewal == null) {
            return reply;
        }
        String outcome = renewal.failure() == null
                ? "done"
                : "failed; reason=" + renewal.failure().reason().word();
        return reply.with("X-Refresh", outcome);
    }
}
