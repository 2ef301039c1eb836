package io.vinbridge.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Schema of a feed's rows (JSON Schema 2020-12): the platform's public rules, and under {@code x-feed} how rows are
 * written. A property may have {@code x-rule}, the name of a {@link FeedRule}, and {@code x-hint}, what to do where it
 * is wrong.
 */
public final class FeedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keywords of our own, which no validator needs to wonder about. */
    private static final JsonMetaSchema META = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("x-feed"))
            .keyword(new NonValidationKeyword("x-rule"))
            .keyword(new NonValidationKeyword("x-hint"))
            .build();

    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(META));

    private final JsonNode tree;
    private final JsonSchema schema;
    private final Map<String, FeedRule> rules = new LinkedHashMap<>();

    private FeedSchema(JsonNode tree, JsonSchema schema) {
        this.tree = tree;
        this.schema = schema;
        tree.path("properties").properties().forEach(property -> {
            if (property.getValue().has("x-rule")) {
                String rule = property.getValue().get("x-rule").asText();
                rules.put(property.getKey(), FeedRule.valueOf(rule.toUpperCase(Locale.ROOT)));
            }
        });
    }

    /**
     * Reads one.
     *
     * @throws Failure if it is none; it says why
     */
    public static FeedSchema read(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.path("properties").isObject()) {
                throw new Failure(Reason.INVALID_ROUTE, "the schema of a feed has properties, which are its columns");
            }
            FeedSchema read = new FeedSchema(tree, FACTORY.getSchema(tree));
            read.form();
            read.check(JSON.createObjectNode());
            return read;
        } catch (JsonProcessingException | JsonSchemaException | IllegalArgumentException e) {
            throw new Failure(
                    Reason.INVALID_ROUTE,
                    "the schema is none: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** What is wrong with a row, with what to do; empty where it may be published. */
    public List<String> check(JsonNode row) {
        List<String> wrong = new ArrayList<>();
        for (ValidationMessage message : schema.validate(row)) {
            String at = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
            String missed = message.getProperty();
            wrong.add(words(
                    missed == null ? at : at.isEmpty() ? missed : at + "." + missed,
                    message.getMessage().replaceFirst("^\\$[^:]*: ", "")));
        }
        rules.forEach((property, rule) -> {
            if (row.hasNonNull(property) && !rule.holds(row.get(property), row)) {
                wrong.add(words(property, rule.otherwise()));
            }
        });
        return wrong;
    }

    private String words(String property, String what) {
        JsonNode properties = tree.path("properties");
        String first = property.replaceFirst("(?<=.)[.\\[].*", "");
        String hint = properties
                .path(properties.has(property) ? property : first)
                .path("x-hint")
                .asText("");
        return (property.isEmpty() ? "" : property + ": ") + what + (hint.isEmpty() ? "" : ". " + hint);
    }

    public String title() {
        return tree.path("title").asText("");
    }

    /** The form where the address names none. */
    public FeedForm form() {
        return FeedForm.valueOf(setting("form", "csv").toUpperCase(Locale.ROOT));
    }

    /**
     * Paths of what a table has as columns, such as {@code image[0].url}; those of the properties where none are
     * listed.
     */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        JsonNode listed = tree.path("x-feed").path("columns");
        if (listed.isArray()) {
            listed.forEach(column -> columns.add(column.asText()));
        } else {
            tree.path("properties").fieldNames().forEachRemaining(columns::add);
        }
        return columns;
    }

    /** The member by which the platform tells rows apart; null where there is none. */
    String unique() {
        return setting("unique", null);
    }

    /** How many rows a file may have at the platform. */
    long mostRows() {
        return tree.path("x-feed").path("mostRows").asLong(Long.MAX_VALUE);
    }

    String separator() {
        return setting("separator", ",");
    }

    String root() {
        return setting("root", "listings");
    }

    String element() {
        return setting("element", "listing");
    }

    /** The namespace of the root element; null where it has none. */
    String namespace() {
        return setting("namespace", null);
    }

    private String setting(String name, String usual) {
        return tree.path("x-feed").path(name).asText(usual);
    }
}
