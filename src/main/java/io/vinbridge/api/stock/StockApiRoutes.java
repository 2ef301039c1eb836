package io.vinbridge.api.stock;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on dealers and their stock. */
@Component
class StockApiRoutes extends RouteBuilder {

    private static final Map<String, String> DEALERS = Map.of(
            "list", "listDealers",
            "find", "findDealer",
            "put", "putDealer",
            "load", "putDealers");

    private static final Map<String, String> FILES = Map.of(
            "list", "listStockFiles",
            "ofDealer", "listDealerStockFiles",
            "find", "findStockFile",
            "lines", "listStockFileLines",
            "csv", "downloadStockFileLines",
            "release", "releaseStockFile",
            "discard", "discardStockFile");

    @Override
    public void configure() {
        from("direct:receiveStock")
                .routeId("api-receive-stock")
                .group("api")
                .description("Takes a stock file in, or tells what would become of it")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(StockHandler.class, "receive");

        routeTemplate("api-stock-file")
                .templateParameter("act")
                .templateParameter("operation")
                .from("direct:{{operation}}")
                .group("api")
                .description("Serves the operations on stock files")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(StockFileHandler.class, "{{act}}");

        FILES.forEach((act, operation) -> templatedRoute("api-stock-file")
                .routeId("api-stock-file-" + act.toLowerCase(Locale.ROOT))
                .parameter("act", act)
                .parameter("operation", operation));

        routeTemplate("api-dealer")
                .templateParameter("act")
                .templateParameter("operation")
                .from("direct:{{operation}}")
                .group("api")
                .description("Serves the operations on dealers")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(DealerHandler.class, "{{act}}");

        DEALERS.forEach((act, operation) -> templatedRoute("api-dealer")
                .routeId("api-dealer-" + act)
                .parameter("act", act)
                .parameter("operation", operation));
    }
}
