package io.vinbridge.stock.files;

import io.vinbridge.events.RouteGate;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.stock.store.StockFile;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** From the receipt of a stock file to its report: read, compared, judged, and taken. */
@Component
class StockRoutes extends RouteBuilder {

    private final RouteGate gate;

    StockRoutes(RouteGate gate) {
        this.gate = gate;
    }

    @Override
    public void configure() {
        from("scheduler:stock.claim?initialDelay=0&delay=500&greedy=true")
                .routeId("stock-claim")
                .group("stock")
                .description("Claims a stock file, and does what is to be done next with it")
                .autoStartup("{{vinbridge.stock.taking:true}}")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                .setBody(method(StockClaims.class, "next"))
                .filter(body().isNotNull())
                .setVariable("file", body())
                .choice()
                .when()
                .body(StockFile.class, StockFile::taking)
                .to("direct:stock.take")
                .otherwise()
                .to("direct:stock.read")
                .end()
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(true));

        from("direct:stock.read")
                .routeId("stock-read")
                .group("stock")
                .description("Reads a file to its end, and judges it; one that breaks off is refused whole")
                .errorHandler(noErrorHandler())
                .filter(method(StockGuard.class, "knows").isEqualTo(false))
                .doTry()
                .setVariable("scan", method(ScanSteps.class, "open"))
                .to("direct:stock.scan")
                .bean(StockGuard.class, "judge")
                .doCatch(Exception.class)
                .bean(ScanSteps.class, "failed")
                .doFinally()
                .bean(ScanSteps.class, "close")
                .end();

        from("direct:stock.scan")
                .routeId("stock-scan")
                .group("stock")
                .description("Splits a file into parts of some hundred lines, one after the other")
                .errorHandler(noErrorHandler())
                .split(variable("scan"))
                .streaming()
                .stopOnException()
                .to("direct:stock.compare");

        from("direct:stock.compare")
                .routeId("stock-compare")
                .group("stock")
                .description(
                        "Maps lines by the dealer's profile or the names of the columns, and stages what says something new")
                .errorHandler(noErrorHandler())
                .setVariable("profile", method(ScanSteps.class, "profile"))
                .choice()
                .when(variable("profile").isNull())
                .bean(ScanSteps.class, "byColumns")
                .otherwise()
                .setVariable("lines", body())
                .bean(ScanSteps.class, "forProfile")
                .to("direct:stock.map")
                .bean(ScanSteps.class, "byProfile")
                .end()
                .bean(LineComparison.class, "compare");

        from("direct:stock.map")
                .routeId("stock-map")
                .group("stock")
                .description("Passes lines to the profile of their dealer")
                .errorHandler(noErrorHandler())
                .policy(gate)
                .toD("direct:${variable.profile}?block=false");

        from("direct:stock.take")
                .routeId("stock-take")
                .group("stock")
                .description(
                        "Takes what a file says otherwise than the one before, some hundred lines in a transaction")
                .errorHandler(noErrorHandler())
                .loopDoWhile(method(StockTaker.class, "take"))
                .log(LoggingLevel.DEBUG, "Took lines of ${variable.file.id}")
                .end();
    }
}
