package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * The one contract: read once at start, and served in both of its forms. It is kept as the tree it is written as; the
 * models of an OpenAPI parser cost each start a second and a half of CPU for what is a few look-ups here.
 */
@Component
class Contract {

    static final String FILE = "openapi/vinbridge.yaml";

    private static final HttpMethod[] METHODS = HttpMethod.values();

    private final ObjectMapper mapper;
    private final byte[] yaml;
    private final JsonNode tree;

    Contract(ObjectMapper mapper) throws IOException {
        this.mapper = mapper;
        try (InputStream contract = new ClassPathResource(FILE).getInputStream()) {
            this.yaml = StreamUtils.copyToByteArray(contract);
        }
        this.tree = new YAMLMapper().readTree(yaml);
    }

    /** The path under which all operations are, such as {@code /api/v1}. */
    String basePath() {
        return tree.at("/servers/0/url").asText();
    }

    /** All operations, in the contract's order. */
    List<ContractOperation> operations() {
        List<ContractOperation> operations = new ArrayList<>();
        tree.path("paths").properties().forEach(path -> {
            for (HttpMethod method : METHODS) {
                JsonNode operation = path.getValue().get(method.name().toLowerCase(Locale.ROOT));
                if (operation != null) {
                    operations.add(new ContractOperation(method, path.getKey(), operation, parameters(operation)));
                }
            }
        });
        return operations;
    }

    private List<JsonNode> parameters(JsonNode operation) {
        return operation.path("parameters").valueStream().map(this::resolved).toList();
    }

    /** A schema that has a name. */
    JsonNode schema(String name) {
        return tree.path("components").path("schemas").required(name);
    }

    /** A part of the contract, or what it refers to (a {@code $ref} of OpenAPI 3.0.3, which is an RFC 6901 pointer). */
    JsonNode resolved(JsonNode part) {
        JsonNode reference = part.get("$ref");
        return reference == null
                ? part
                : resolved(tree.requiredAt(reference.asText().substring(1)));
    }

    Reply yaml() {
        return Reply.of(200, "application/yaml", Content.of(yaml));
    }

    Reply json() throws IOException {
        return Reply.ok(Content.of(mapper.writeValueAsBytes(tree)));
    }
}
