package io.vinbridge.events.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.events.formats.messages.MessageParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.jslt.JsltEndpoint;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The formats: running routes of the group {@code formats}. Beside each lies a JSLT file of the same name, with the
 * mapping and a function {@code takes} that says of a message whether it is of this format. The first that takes a
 * message maps it; they are asked in the order of their names. Routes may come and go at any time.
 */
@Component
public class Formats {

    private static final Logger LOG = LoggerFactory.getLogger(Formats.class);
    private static final String GROUP = "formats";
    private static final int NAMED = 10;

    private final CamelContext context;
    private List<Route> routes = List.of();
    private List<Format> formats = List.of();

    public Formats(CamelContext context) {
        this.context = context;
        context.getCamelContextExtension().registerEndpointCallback(Formats::shareReader);
    }

    /** Without one of its own, a mapping's endpoint makes an object mapper for each message. */
    private static Endpoint shareReader(String uri, Endpoint endpoint) {
        if (endpoint instanceof JsltEndpoint mapping && mapping.getObjectMapper() == null) {
            mapping.setObjectMapper(MessageParser.JSON);
        }
        return endpoint;
    }

    /**
     * The format of a message.
     *
     * @throws io.vinbridge.failures.Failure if there is none; it says what the message has
     */
    static Format of(JsonNode message, List<Format> formats) {
        for (Format format : formats) {
            if (format.takes(message)) {
                return format;
            }
        }
        throw MessageParser.unclear("No format takes it" + outline(message));
    }

    /** Formats that run now. */
    synchronized List<Format> running() {
        List<Route> now = context.getRoutes().stream()
                .filter(route -> GROUP.equals(route.getGroup()))
                .filter(route -> context.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted())
                .sorted(Comparator.comparing(Route::getRouteId))
                .toList();
        if (!now.equals(routes)) {
            Map<Route, Format> made = new HashMap<>();
            now.forEach(route -> format(route, made));
            routes = now;
            formats = now.stream().filter(made::containsKey).map(made::get).toList();
        }
        return formats;
    }

    private void format(Route route, Map<Route, Format> made) {
        String mapping =
                context.resolvePropertyPlaceholders("{{vinbridge.routes-location}}/" + route.getRouteId() + ".jslt");
        try {
            // A route that is taken away between being found and being asked is not waited for.
            Endpoint endpoint = context.getEndpoint(route.getEndpoint().getEndpointUri() + "?block=false");
            made.put(route, new Format(route.getRouteId(), condition(mapping), endpoint, endpoint.createProducer()));
        } catch (Exception e) {
            LOG.error(
                    "The format {} takes nothing, because {} is no mapping with a function takes: {}",
                    route.getRouteId(),
                    mapping,
                    e.getMessage());
        }
    }

    /** The function {@code takes} of a mapping. */
    private Expression condition(String mapping) {
        return MappingLanguage.parser(new StringReader("import \"" + mapping + "\" as format format:takes(.)"))
                .withResourceResolver(this::open)
                .compile();
    }

    private Reader open(String mapping) {
        try {
            return new InputStreamReader(ResourceHelper.resolveMandatoryResourceAsInputStream(context, mapping), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static String outline(JsonNode message) {
        TreeSet<String> names = new TreeSet<>();
        for (Iterator<String> all = message.fieldNames(); all.hasNext() && names.size() < NAMED; ) {
            String name = all.next();
            names.add(name.length() > 50 ? name.substring(0, 50) + "..." : name);
        }
        return names.isEmpty() ? "; it has no members" : "; it has " + String.join(", ", names);
    }
}
