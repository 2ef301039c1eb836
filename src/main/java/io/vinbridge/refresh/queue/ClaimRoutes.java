package io.vinbridge.refresh.queue;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.work.usage.AvoidedCalls;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Routes from the queue to this node's workers. A signal, of which one is kept however many are given, makes the node
 * claim as much as it can begin (backpressure); signals come from callers, from each worker that is done, and from a
 * clock for work that others left.
 */
@Component
public class ClaimRoutes extends RouteBuilder {

    /** Endpoint of the signal. */
    public static final String SIGNAL =
            "seda:refresh.claim?size=1&discardWhenFull=true&waitForTaskToComplete=Never&pollTimeout=100";

    private final ChromeDataSettings settings;

    ClaimRoutes(ChromeDataSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:refresh.look?period={{vinbridge.refresh.poll}}")
                .routeId("refresh-look-for-work")
                .group("refresh")
                .description("Looks for work that nobody on this node asked for")
                .to(ExchangePattern.InOnly, SIGNAL);

        // A bucket that holds a tenth of a second's calls must be looked at more often than once a second.
        from("timer:refresh.keep-pace?period=100")
                .routeId("refresh-keep-pace")
                .group("refresh")
                .description("Claims work at the pace of the limit of calls per second")
                .autoStartup(settings.callsPerSecond() != null)
                .to(ExchangePattern.InOnly, SIGNAL);

        from(SIGNAL)
                .routeId("refresh-claim")
                .group("refresh")
                .description("Claims as much work as this node can begin now")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                // A signal comes with the headers of whoever gave it, also of an operator's route: some steer the SQL.
                .removeHeaders("*")
                .setBody(method(InFlightWork.class, "claimParameters"))
                .filter(body().isNotNull())
                // Asked for the number of parameters, the driver would prepare the statement anew for each claim.
                .to("sql:classpath:sql/claim-work.sql?parametersCount=17")
                .bean(InFlightWork.class, "take")
                .split(body())
                .to(ExchangePattern.InOnly, WorkRoutes.CLAIMED);

        from("timer:refresh.renew?period={{vinbridge.refresh.renew}}")
                .routeId("refresh-renew")
                .group("refresh")
                .description("Renews the leases of the work in hand")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(Leases.class, "renew");

        from("timer:refresh.note-avoided?period=1000")
                .routeId("refresh-note-avoided")
                .group("refresh")
                .description("Writes the counts of avoided calls")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(AvoidedCalls.class, "write");

        from("timer:refresh.watch?period={{vinbridge.refresh.watch}}")
                .routeId("refresh-watch")
                .group("refresh")
                .description("Tells this node's waiters of keys that other nodes have settled")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(RemoteCompletionPoll.class, "tell");
    }
}
