package io.vinbridge.api.feeds;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on feeds. */
@Component
class FeedApiRoutes extends RouteBuilder {

    private static final Map<String, String> OPERATIONS =
            Map.of("list", "listFeeds", "find", "findFeed", "rejects", "listFeedRejects", "release", "releaseFeedPush");

    @Override
    public void configure() {
        routeTemplate("api-feed")
                .templateParameter("act")
                .templateParameter("operation")
                .from("direct:{{operation}}")
                .group("api")
                .description("Serves the operations on feeds")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(FeedHandler.class, "{{act}}");

        OPERATIONS.forEach((act, operation) -> templatedRoute("api-feed")
                .routeId("api-feed-" + act)
                .parameter("act", act)
                .parameter("operation", operation));
    }
}
