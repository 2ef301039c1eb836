package io.vinbridge.ops.routes.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/** The steps that rooms offer to operators' routes: their routes with the property {@code offered}. */
@Component
public class OfferedSteps {

    private static final String OFFERED = "offered";

    private final CamelContext context;

    OfferedSteps(CamelContext context) {
        this.context = context;
    }

    /** A step: what a route sends to, and what that does. */
    record Step(String uri, String description) {}

    public List<Step> list() {
        return context.getRoutes().stream()
                .filter(route -> route.getProperties().containsKey(OFFERED))
                .map(route -> new Step(uri(route), route.getDescription()))
                .sorted(Comparator.comparing(Step::uri))
                .toList();
    }

    Set<String> uris() {
        return list().stream().map(Step::uri).collect(Collectors.toSet());
    }

    private static String uri(Route route) {
        return route.getEndpoint().getEndpointUri().replace("://", ":");
    }
}
