package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An endpoint in a route.
 *
 * @param role what the route does with it
 * @param scheme the component
 * @param address the rest of the URI, without parameters
 * @param parameters from the URI and from beside it
 */
record EndpointUse(Role role, String scheme, String address, Map<String, String> parameters) {

    /** Roles of endpoints in a route. */
    enum Role {
        BEGINS("begin with"),
        RECEIVES("send to"),
        IS_POLLED("fetch from");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        /** What a route does with it. */
        String words() {
            return words;
        }
    }

    private static final Map<String, Role> ROLES =
            Map.of("from", Role.BEGINS, "to", Role.RECEIVES, "wireTap", Role.RECEIVES, "pollEnrich", Role.IS_POLLED);

    /** All endpoints in the tree of a route, the beginning first; placeholders are resolved. */
    static List<EndpointUse> in(JsonNode tree, UnaryOperator<String> resolve) {
        List<EndpointUse> found = new ArrayList<>();
        collect(tree, "", resolve, found);
        return found;
    }

    private static void collect(JsonNode node, String name, UnaryOperator<String> resolve, List<EndpointUse> found) {
        Role role = ROLES.get(name);
        if (role == Role.IS_POLLED) {
            found.add(of(role, polled(node), resolve));
        } else if (role != null && (node.isTextual() || node.has("uri"))) {
            found.add(of(role, node, resolve));
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, "", resolve, found));
        }
        node.properties().forEach(member -> collect(member.getValue(), member.getKey(), resolve, found));
    }

    /** Its URI is an expression, of which the schema lets a constant through alone. */
    private static JsonNode polled(JsonNode node) {
        JsonNode constant = node.path("expression").path("constant");
        constant = constant.isMissingNode() ? node.path("constant") : constant;
        return TextNode.valueOf(
                constant.isTextual()
                        ? constant.asText()
                        : constant.path("expression").asText());
    }

    private static EndpointUse of(Role role, JsonNode node, UnaryOperator<String> resolve) {
        String uri =
                resolve.apply(node.isTextual() ? node.asText() : node.get("uri").asText());
        int question = uri.indexOf('?');
        String before = question < 0 ? uri : uri.substring(0, question);
        Map<String, String> parameters = new TreeMap<>();
        if (question >= 0) {
            for (String pair : uri.substring(question + 1).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        node.path("parameters")
                .properties()
                .forEach(parameter -> parameters.put(
                        parameter.getKey(), resolve.apply(parameter.getValue().asText())));
        int colon = before.indexOf(':');
        if (colon >= 0) {
            String address = before.substring(colon + 1).replaceFirst("^//", "");
            return new EndpointUse(role, before.substring(0, colon), address, parameters);
        }
        String address = question < 0 ? address(before, parameters) : "";
        return new EndpointUse(role, before, address, parameters);
    }

    /** In Camel's canonical form the URI is the component's name, and the parts of the address are parameters too. */
    private static String address(String scheme, Map<String, String> parameters) {
        return OfferedEndpoint.of(scheme)
                .map(offered -> offered.address(parameters))
                .orElse("")
                .replaceFirst("^//", "");
    }

    @Override
    public String toString() {
        return scheme + ":" + address;
    }
}
