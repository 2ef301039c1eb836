package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.feeds.FeedSchema;
import io.vinbridge.ops.Rooms;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointAware;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.stereotype.Component;

/** Judges a file before it runs: first what it says, then whether it starts. */
@Component
public class RouteCheck {

    private static final int LARGEST = 256 * 1024;
    private static final String FORMATS = "formats";
    private static final String FEEDS = "platforms";
    private final ModelCamelContext context;
    private final RouteSchema grammar;
    private final Placeholders placeholders;
    private final EndpointRules endpoints;
    private final SecretScan secrets;
    private final RouteDryRun trial;

    RouteCheck(
            CamelContext context,
            RouteSchema grammar,
            Placeholders placeholders,
            EndpointRules endpoints,
            SecretScan secrets,
            RouteDryRun trial) {
        this.context = (ModelCamelContext) context;
        this.grammar = grammar;
        this.placeholders = placeholders;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.trial = trial;
    }

    /**
     * Judges one file of a set that shall run.
     *
     * @throws Failure if it cannot; it says why, without the name of the file
     */
    public void check(String name, RouteSet all) {
        try {
            judge(name, all);
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Failure(Reason.INVALID_ROUTE, "it cannot be read: " + RootCauses.of(e));
        }
    }

    private void judge(String name, RouteSet all) {
        RouteFileName file = new RouteFileName(name);
        String text = all.text(name);
        if (text == null) {
            checkMissed(file, all);
            return;
        }
        // First, so that what holds one is kept nowhere, whatever else is wrong with it.
        secrets.check(text);
        require(
                file.wellNamed(),
                "a file is named by lower-case words with hyphens between them, NAME.camel.yaml, NAME.jslt or NAME.schema.json");
        require(text.length() <= LARGEST, "it is larger than " + LARGEST + " characters");
        if (file.route()) {
            checkRoute(file, RouteYaml.read(text), all);
        } else if (file.schema()) {
            FeedSchema.read(text);
        } else {
            MappingCheck.check(
                    text,
                    all.text(file.id() + ".camel.yaml") != null && file.id().startsWith("format-"));
        }
    }

    private void checkRoute(RouteFileName file, JsonNode tree, RouteSet all) {
        placeholders.check(tree);
        grammar.check(placeholders.resolve(tree));
        JsonNode route = tree.at("/0/route");
        String id = route.path("id").asText();
        require(
                id.equals(file.id()),
                "the id of its route is " + id + " and must be " + file.id() + ", as the file's name");
        Route running = context.getRoute(id);
        require(running == null || !ours(running), "the service itself has a route " + id + "; name yours otherwise");
        String group = route.path("group").asText();
        require(!Rooms.LEFT_TO_RIGHT.contains(group), "the group " + group + " is the service's own");
        String policy = route.path("routeConfigurationId").asText("");
        require(
                policy.isEmpty() || context.getRouteConfigurationDefinition(policy) != null,
                "there is no routeConfigurationId " + policy);
        require(
                placeholders.resolve(route.path("autoStartup").asText("true")).matches("true|false"),
                "autoStartup must be true or false");
        for (EndpointUse use : EndpointUse.in(tree, placeholders::resolve)) {
            endpoints.check(use, file.id(), all);
        }
        if (group.equals(FORMATS)) {
            String mapping = all.text(file.id() + ".jslt");
            require(
                    mapping != null,
                    "a format has a mapping beside it, " + file.id() + ".jslt, which is put there first");
            MappingCheck.check(mapping, true);
        }
        if (group.equals(FEEDS)) {
            require(
                    all.text(file.id() + ".schema.json") != null && file.id().startsWith("feed-"),
                    "a feed is named feed-NAME and has a schema of its rows beside it, " + file.id()
                            + ".schema.json, which is put there first");
        }
        trial.run(file.id(), tree);
    }

    /** Nothing that stays may need what goes. */
    private void checkMissed(RouteFileName file, RouteSet all) {
        List<String> users = file.route()
                ? all.routes().stream()
                        .filter(other -> all.text(other).matches("(?s).*\\bdirect:" + file.id() + "[\\s\"'?].*"))
                        .toList()
                : all.usersOf(file.name());
        require(users.isEmpty(), "it cannot go, because it is used by " + String.join(", ", users));
        List<String> callers = context.getRoutes().stream()
                .filter(RouteCheck::ours)
                .filter(route -> file.route() && sendsTo(route, "direct://" + file.id()))
                .map(Route::getRouteId)
                .toList();
        require(callers.isEmpty(), "it cannot go, because the service needs it for " + String.join(", ", callers));
    }

    private static boolean ours(Route route) {
        return route.getGroup() == null || Rooms.LEFT_TO_RIGHT.contains(route.getGroup());
    }

    private static boolean sendsTo(Route route, String uri) {
        return route.filter("*").stream()
                .filter(EndpointAware.class::isInstance)
                .map(step -> ((EndpointAware) step).getEndpoint())
                .filter(Objects::nonNull)
                .anyMatch(endpoint ->
                        endpoint.getEndpointUri().replaceFirst("\\?.*", "").equals(uri));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Failure(Reason.INVALID_ROUTE, otherwise);
        }
    }
}
