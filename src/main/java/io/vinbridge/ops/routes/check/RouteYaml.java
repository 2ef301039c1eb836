package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the YAML of a route by the parser that Camel reads it by: another one could see another route in it. */
public final class RouteYaml {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(256 * 1024)
            .build();

    private RouteYaml() {}

    /**
     * The tree in a text.
     *
     * @throws Failure if it is no YAML; it says where
     */
    public static JsonNode read(String text) {
        try {
            return JSON.valueToTree(new Load(SETTINGS).loadFromString(text));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new Failure(
                    Reason.INVALID_ROUTE, "it is no YAML: " + e.getMessage().strip());
        }
    }

    /** The same tree with other leaves. */
    static JsonNode mapped(JsonNode tree, UnaryOperator<JsonNode> leaf) {
        if (tree instanceof ObjectNode object) {
            ObjectNode mapped = object.objectNode();
            object.properties().forEach(member -> mapped.set(member.getKey(), mapped(member.getValue(), leaf)));
            return mapped;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode mapped = array.arrayNode();
            array.forEach(item -> mapped.add(mapped(item, leaf)));
            return mapped;
        }
        return leaf.apply(tree);
    }

    /** YAML again: JSON is a part of it. */
    public static String write(JsonNode tree) {
        return tree.toString();
    }
}
