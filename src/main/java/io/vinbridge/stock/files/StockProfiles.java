package io.vinbridge.stock.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.stock.reading.SourceLine;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/**
 * Profiles of dealers: running routes of the group {@code profiles}, named {@code stock-} and the dealer's code. A
 * profile takes lines as the file has them, a list of objects, and leaves a list of as many, with {@code vin} and
 * {@code fields}; null leaves a line out.
 */
@Component
public class StockProfiles {

    private static final String GROUP = "profiles";

    private final CamelContext context;

    StockProfiles(CamelContext context) {
        this.context = context;
    }

    /** The id that a dealer's profile has: of what no file may be named by, there is a hyphen. */
    public static String id(String dealer) {
        return "stock-"
                + dealer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The route of a dealer's profile; null where none runs. */
    public String of(String dealer) {
        String id = id(dealer);
        Route route = context.getRoute(id);
        return route != null
                        && GROUP.equals(route.getGroup())
                        && context.getRouteController().getRouteStatus(id).isStarted()
                ? id
                : null;
    }

    /** Lines as a profile takes them. */
    static ArrayNode trees(List<SourceLine> lines) {
        ArrayNode trees = JsonNodeFactory.instance.arrayNode(lines.size());
        lines.forEach(line -> trees.add(line.tree() == null ? tree(line) : line.tree()));
        return trees;
    }

    private static JsonNode tree(SourceLine line) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(line.names().size(), line.cells().size()); i++) {
            tree.put(line.names().get(i), line.cells().get(i).strip());
        }
        return tree;
    }
}
