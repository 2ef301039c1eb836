package io.vinbridge.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;

/** Mapper of offers to a feed's rows: by the operator's route, and then held to the feed's schema. */
@Component
class FeedMapper {

    private final FluentProducerTemplate routes;
    private final ObjectMapper json;

    FeedMapper(FluentProducerTemplate routes, ObjectMapper json) {
        this.routes = routes;
        this.json = json;
    }

    /**
     * The rows of some vehicles, one for each.
     *
     * @throws Failure if the route fails, or leaves no list of as many
     */
    List<FeedRow> rows(PlatformFeed feed, List<OfferedVehicle> vehicles) {
        ArrayNode inputs = json.createArrayNode();
        vehicles.forEach(vehicle -> inputs.add(vehicle.input()));
        JsonNode mapped = map(feed, inputs.toString());
        if (!mapped.isArray() || mapped.size() != vehicles.size()) {
            throw broken(feed, "it must leave a list of a row for each vehicle, and null for one that it leaves out");
        }
        List<FeedRow> rows = new ArrayList<>(vehicles.size());
        for (int i = 0; i < vehicles.size(); i++) {
            JsonNode row = mapped.get(i).isObject() ? pruned(mapped.get(i)) : null;
            rows.add(new FeedRow(
                    vehicles.get(i).vin(),
                    vehicles.get(i).dealer(),
                    row,
                    row == null ? List.of() : feed.schema().check(row)));
        }
        return rows;
    }

    private JsonNode map(PlatformFeed feed, String inputs) {
        try {
            Object mapped = routes.withVariable("feed", feed.route())
                    .withBody(inputs)
                    .to("direct:feeds.map")
                    .request(Object.class);
            return mapped instanceof String text ? json.readTree(text) : json.valueToTree(mapped);
        } catch (CamelExecutionException e) {
            throw broken(feed, String.valueOf(e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            throw broken(feed, "it leaves no JSON");
        }
    }

    private static Failure broken(PlatformFeed feed, String why) {
        return new Failure(Reason.INVALID_ROUTE, "The route " + feed.route() + " makes no feed: " + why);
    }

    /** Without what is null or empty, which is not there at all for a platform. */
    private static JsonNode pruned(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (Iterator<JsonNode> members = object.elements(); members.hasNext(); ) {
                JsonNode member = members.next();
                pruned(member);
                if (member.isNull()
                        || (member.isContainerNode() && member.isEmpty())
                        || (member.isTextual() && member.asText().isEmpty())) {
                    members.remove();
                }
            }
        } else if (tree.isArray()) {
            tree.forEach(FeedMapper::pruned);
        }
        return tree;
    }
}
