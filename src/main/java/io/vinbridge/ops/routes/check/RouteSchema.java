package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Schema of operators' routes: the steps and members of the Camel YAML DSL, and of them those in
 * {@code schema/operator-route.yaml}.
 */
@Component
class RouteSchema {

    private static final int SHOWN = 3;

    /** Nine megabytes that only an edit needs: given back where memory is wanted, read again for the next edit. */
    private final LoadingCache<Schema, JsonSchema> schemas =
            Caffeine.newBuilder().softValues().build(Schema::read);

    /**
     * Judges the tree of a route.
     *
     * @throws Failure if it has what it may not have; it says where
     */
    void check(JsonNode route) {
        check(schemas.get(Schema.OURS).validate(route));
        check(schemas.get(Schema.CAMELS).validate(plain(route)));
    }

    /** As Camel's schema knows it: numbers are texts there. */
    private static JsonNode plain(JsonNode route) {
        return RouteYaml.mapped(route, leaf -> leaf.isNumber() ? TextNode.valueOf(leaf.asText()) : leaf);
    }

    private static void check(Set<ValidationMessage> wrong) {
        if (!wrong.isEmpty()) {
            throw new Failure(
                    Reason.INVALID_ROUTE,
                    wrong.stream()
                            .map(RouteSchema::words)
                            .distinct()
                            .limit(SHOWN)
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String words(ValidationMessage wrong) {
        String where = wrong.getInstanceLocation().toString();
        return switch (wrong.getType()) {
            case "additionalProperties", "unevaluatedProperties" ->
                "at " + where + " there can be no " + wrong.getProperty();
            case "required" -> "at " + where + " the member " + wrong.getProperty() + " is missing";
            default ->
                (where.isEmpty() ? "" : "at " + where + ": ")
                        + wrong.getMessage().replace(where + ": ", "");
        };
    }

    private enum Schema {
        OURS("schema/operator-route.yaml", VersionFlag.V202012, InputFormat.YAML),
        CAMELS("schema/camelYamlDsl.json", VersionFlag.V4, InputFormat.JSON);

        private final String file;
        private final VersionFlag version;
        private final InputFormat format;

        Schema(String file, VersionFlag version, InputFormat format) {
            this.file = file;
            this.version = version;
            this.format = format;
        }

        private JsonSchema read() throws IOException {
            return JsonSchemaFactory.getInstance(version)
                    .getSchema(
                            new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8),
                            format,
                            SchemaValidatorsConfig.builder()
                                    .errorMessageKeyword("message")
                                    .typeLoose(this == CAMELS)
                                    // Camel's is recursive: loaded beforehand along all of its paths it takes 250 MB.
                                    .preloadJsonSchema(false)
                                    .build());
        }
    }
}
