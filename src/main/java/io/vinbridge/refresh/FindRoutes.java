package io.vinbridge.refresh;

import java.util.List;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** How readers find things: in the store, or, once however many ask, at ChromeData. */
@Component
class FindRoutes extends RouteBuilder {

    @Override
    public void configure() {
        routeTemplate("refresh-find")
                .templateParameter("shelf")
                .from("direct:refresh.find-{{shelf}}")
                .group("refresh")
                .description("Finds it in the store, or looks it up and finds it then")
                .errorHandler(noErrorHandler())
                .setVariable("what", body())
                .bean("{{shelf}}Shelf", "find")
                .filter(LookUp::missing)
                .loopDoWhile(LookUp::untold)
                .setBody(variable("what"))
                .bean("{{shelf}}Shelf", "wanted")
                .to("direct:refresh.look-up")
                .setVariable(LookUp.FAILURES, body())
                .setBody(variable("what"))
                .bean("{{shelf}}Shelf", "findAnyway")
                .end()
                .bean(LookUp.class, "found");

        routeTemplate("refresh-renew")
                .templateParameter("shelf")
                .from("direct:refresh.renew-{{shelf}}")
                .group("refresh")
                .description("Looks at it anew and finds it then; what is stored where that fails")
                .errorHandler(noErrorHandler())
                .setVariable("what", body())
                .doTry()
                .bean("{{shelf}}Shelf", "renewed")
                .to("direct:refresh.look-up")
                .doCatch(Exception.class)
                .onWhen(LookUp::withoutDatabase)
                .bean(LookUp.class, "notAsked")
                .end()
                .setVariable(LookUp.FAILURES, body())
                .setVariable(Renewal.VARIABLE, method(LookUp.class, "renewal"))
                .setBody(variable("what"))
                .bean("{{shelf}}Shelf", "findAnyway")
                .bean(LookUp.class, "found");

        for (String shelf : List.of("vehicle", "style", "gallery", "catalog")) {
            templatedRoute("refresh-find").routeId("refresh-find-" + shelf).parameter("shelf", shelf);
        }

        for (String shelf : List.of("vehicle", "style")) {
            templatedRoute("refresh-renew").routeId("refresh-renew-" + shelf).parameter("shelf", shelf);
        }

        from("direct:refresh.find-vehicles")
                .routeId("refresh-find-vehicles")
                .group("refresh")
                .description("Finds many vehicles at once; each comes with its answer or its failure")
                .errorHandler(noErrorHandler())
                .setVariable("vins", body())
                .bean(VehicleBatch.class, "begin")
                .setVariable("batch", body())
                .bean(VehicleBatch.class, "wanted")
                .to("direct:refresh.look-up")
                .bean(VehicleBatch.class, "complete");

        from("direct:refresh.look-up")
                .routeId("refresh-look-up")
                .group("refresh")
                .description("Asks for it in the queue, wakes the workers, waits")
                .errorHandler(noErrorHandler())
                .bean(LookUp.class, "ask")
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL)
                .bean(LookUp.class, "await");
    }
}
