package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one contract: read once at start, and served in both of its forms. */
@Component
class Contract {

    static final String FILE = "openapi/vinbridge.yaml";

    private final byte[] yaml;
    private final byte[] json;
    private final OpenAPI parsed;

    Contract(ObjectMapper mapper) throws IOException {
        try (InputStream contract = new ClassPathResource(FILE).getInputStream()) {
            this.yaml = contract.readAllBytes();
        }
        JsonNode contract = new YAMLMapper().readTree(yaml);
        this.json = mapper.writeValueAsBytes(contract);
        omitExamples(contract, false);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(mapper.writeValueAsString(contract), List.of(), options);
        if (!result.getMessages().isEmpty()) {
            throw new IllegalStateException("The contract has mistakes: " + result.getMessages());
        }
        this.parsed = result.getOpenAPI();
    }

    /**
     * Nothing but readers needs them, and for one that is a date the parser has the JDK read the names and rules of all
     * time zones, which stay in memory.
     */
    private static void omitExamples(JsonNode part, boolean named) {
        if (part instanceof ObjectNode object && !named) {
            object.remove(List.of("example", "examples"));
        }
        if (part.isArray()) {
            part.forEach(element -> omitExamples(element, false));
        } else {
            part.properties().forEach(member -> omitExamples(member.getValue(), "properties".equals(member.getKey())));
        }
    }

    OpenAPI parsed() {
        return parsed;
    }

    /** The path under which all operations are, such as {@code /api/v1}. */
    String basePath() {
        return parsed.getServers().get(0).getUrl();
    }

    Reply yaml() {
        return Reply.of(200, "application/yaml", Content.of(yaml));
    }

    Reply json() {
        return Reply.ok(Content.of(json));
    }
}
