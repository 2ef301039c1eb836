package io.vinbridge.ops.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which steps and members a route may have: those of the Camel YAML DSL, and of them those in {@code schema/operator-route.yaml}. */
@Component
class Grammar {

    private static final int SHOWN = 3;

    private final JsonSchema ours = schema("schema/operator-route.yaml", VersionFlag.V202012, InputFormat.YAML);
    private final JsonSchema camels = schema("schema/camelYamlDsl.json", VersionFlag.V4, InputFormat.JSON);

    /**
     * Judges the tree of a route.
     *
     * @throws Failure if it has what it may not have; it says where
     */
    void check(JsonNode route) {
        check(ours.validate(route));
        check(camels.validate(plain(route)));
    }

    /** As Camel's schema knows it: numbers are texts there. */
    private static JsonNode plain(JsonNode route) {
        return RouteText.mapped(route, leaf -> leaf.isNumber() ? TextNode.valueOf(leaf.asText()) : leaf);
    }

    private static void check(Set<ValidationMessage> wrong) {
        if (!wrong.isEmpty()) {
            throw new Failure(
                    Reason.INVALID_ROUTE,
                    wrong.stream().map(Grammar::words).distinct().limit(SHOWN).collect(Collectors.joining("; ")));
        }
    }

    private static String words(ValidationMessage wrong) {
        String where = wrong.getInstanceLocation().toString();
        return switch (wrong.getType()) {
            case "additionalProperties", "unevaluatedProperties" ->
                "at " + where + " there can be no " + wrong.getProperty();
            case "required" -> "at " + where + " the member " + wrong.getProperty() + " is missing";
            default -> "at " + where + ": " + wrong.getMessage().replace(where + ": ", "");
        };
    }

    private static JsonSchema schema(String file, VersionFlag version, InputFormat format) {
        try (InputStream schema = new ClassPathResource(file).getInputStream()) {
            return JsonSchemaFactory.getInstance(version)
                    .getSchema(
                            new String(schema.readAllBytes(), StandardCharsets.UTF_8),
                            format,
                            SchemaValidatorsConfig.builder()
                                    .errorMessageKeyword("message")
                                    .typeLoose(version == VersionFlag.V4)
                                    // Camel's is recursive: loaded beforehand along all of its paths it takes 250 MB.
                                    .preloadJsonSchema(false)
                                    .build());
        } catch (IOException e) {
            throw new IllegalStateException("the schema of routes is not there", e);
        }
    }
}
