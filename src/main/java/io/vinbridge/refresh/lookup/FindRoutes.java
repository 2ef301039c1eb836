package io.vinbridge.refresh.lookup;

import io.vinbridge.refresh.queue.ClaimRoutes;
import java.util.List;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Read-through routes: from the store, or from ChromeData by one single-flight fetch for all who wait. */
@Component
class FindRoutes extends RouteBuilder {

    @Override
    public void configure() {
        routeTemplate("refresh-find")
                .templateParameter("kind")
                .from("direct:refresh.find-{{kind}}")
                .group("refresh")
                .description("Read-through: finds it in the store, or looks it up and finds it then")
                .errorHandler(noErrorHandler())
                .setVariable("what", body())
                .bean("{{kind}}ReadThrough", "find")
                .filter(LookupSteps::notFound)
                .loopDoWhile(LookupSteps::mustWait)
                .setBody(variable("what"))
                .bean("{{kind}}ReadThrough", "wanted")
                .to("direct:refresh.look-up")
                .setVariable(LookupSteps.FAILURES, body())
                .setBody(variable("what"))
                .bean("{{kind}}ReadThrough", "findAnyway")
                .end()
                .bean(LookupSteps.class, "found");

        routeTemplate("refresh-renew")
                .templateParameter("kind")
                .from("direct:refresh.renew-{{kind}}")
                .group("refresh")
                .description("Forces a refresh and finds the result; the stored one if it fails (stale-if-error)")
                .errorHandler(noErrorHandler())
                .setVariable("what", body())
                .doTry()
                .bean("{{kind}}ReadThrough", "renewed")
                .to("direct:refresh.look-up")
                .doCatch(Exception.class)
                .onWhen(LookupSteps::withoutDatabase)
                .bean(LookupSteps.class, "databaseAway")
                .end()
                .setVariable(LookupSteps.FAILURES, body())
                .setBody(variable("what"))
                .bean("{{kind}}ReadThrough", "findAnyway")
                .setVariable(ForcedRefresh.VARIABLE, method(LookupSteps.class, "renewal"))
                .bean(LookupSteps.class, "found");

        for (String kind : List.of("vehicle", "style", "model", "gallery", "catalog")) {
            templatedRoute("refresh-find").routeId("refresh-find-" + kind).parameter("kind", kind);
        }

        routeTemplate("refresh-recall")
                .templateParameter("kind")
                .from("direct:refresh.recall-{{kind}}")
                .group("refresh")
                .description("Finds it in the store alone, without any effect")
                .errorHandler(noErrorHandler())
                .bean("{{kind}}ReadThrough", "recall");

        for (String kind : List.of("vehicle", "gallery")) {
            templatedRoute("refresh-recall").routeId("refresh-recall-" + kind).parameter("kind", kind);
        }

        for (String kind : List.of("vehicle", "style", "model")) {
            templatedRoute("refresh-renew").routeId("refresh-renew-" + kind).parameter("kind", kind);
        }

        from("direct:refresh.price-model")
                .routeId("refresh-price-model")
                .group("refresh")
                .description("Tells how many calls it would cost to read what goes by some words")
                .errorHandler(noErrorHandler())
                .bean("modelReadThrough", "calls");

        from("direct:refresh.find-vehicles")
                .routeId("refresh-find-vehicles")
                .group("refresh")
                .description("Finds many vehicles at once; each comes with its answer or its failure")
                .errorHandler(noErrorHandler())
                .setVariable("vins", body())
                .bean(BatchLookup.class, "begin")
                .setVariable("batch", body())
                .bean(BatchLookup.class, "wanted")
                .to("direct:refresh.look-up")
                .bean(BatchLookup.class, "complete");

        from("direct:refresh.look-up")
                .routeId("refresh-look-up")
                .group("refresh")
                .description("Enqueues the requests, wakes the workers, waits")
                .errorHandler(noErrorHandler())
                .bean(LookupSteps.class, "ask")
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL)
                .bean(LookupSteps.class, "await");
    }
}
