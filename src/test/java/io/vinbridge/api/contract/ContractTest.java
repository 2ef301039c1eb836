package io.vinbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vinbridge.api.http.Reply;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract beside what the reference parser of OpenAPI makes of it. */
class ContractTest {

    private static Contract contract;
    private static SwaggerParseResult reference;

    @BeforeAll
    static void readTheContractTwice() throws Exception {
        contract = new Contract(new ObjectMapper());
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        try (InputStream yaml = ContractTest.class.getResourceAsStream("/openapi/vinbridge.yaml")) {
            String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
            reference = new OpenAPIV3Parser().readContents(text, List.of(), options);
        }
    }

    @Test
    void hasNoMistakes() {
        assertThat(reference.getMessages()).isEmpty();
    }

    @Test
    void hasItsBasePathWhereClientsFindIt() {
        assertThat(contract.basePath()).isEqualTo("/api/v1");
        assertThat(reference.getOpenAPI().getServers().get(0).getUrl()).isEqualTo("/api/v1");
    }

    @Test
    void hasTheOperationsThatTheReferenceParserFinds() {
        Set<String> expected = new TreeSet<>();
        paths().forEach((path, operations) -> operations.forEach(
                (method, operation) -> expected.add(method + " " + path + " " + operation.getOperationId())));

        Set<String> found = new TreeSet<>();
        contract.operations()
                .forEach(operation -> found.add(operation.method() + " " + operation.path() + " " + operation.name()));
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(80);
    }

    @Test
    void holdsEachParameterToWhatTheReferenceParserReads() {
        Map<String, Operation> byName = paths().values().stream()
                .flatMap(operations -> operations.values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));

        for (ContractOperation operation : contract.operations()) {
            List<Parameter> parameters = byName.get(operation.name()).getParameters();
            assertThat(operation.parameters().stream().map(ParameterRule::of).map(ContractTest::said))
                    .as(operation.name())
                    .isEqualTo((parameters == null ? List.<Parameter>of() : parameters)
                            .stream().map(ContractTest::said).toList());
        }
    }

    @Test
    void namesTheMembersOfEachSchemaAsTheReferenceParserDoes() {
        ContractSchemas schemas = new ContractSchemas(contract);

        reference.getOpenAPI().getComponents().getSchemas().forEach((name, schema) -> assertThat(schemas.members(name))
                .as(name)
                .isEqualTo(members(schema)));
    }

    @Test
    void isServedAsTheSameTreeInBothForms() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(bytes(contract.json())))
                .isInstanceOf(ObjectNode.class)
                .isEqualTo(json.readTree(json.writeValueAsBytes(new YAMLMapper().readTree(bytes(contract.yaml())))));
    }

    private static byte[] bytes(Reply reply) {
        return reply.content().pieces().next().array();
    }

    private static Map<String, Map<String, Operation>> paths() {
        return reference.getOpenAPI().getPaths().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, path -> path.getValue().readOperationsMap().entrySet().stream()
                                .collect(Collectors.toMap(
                                        operation -> operation.getKey().name(), Map.Entry::getValue))));
    }

    private static String said(ParameterRule rule) {
        return String.join(
                " ",
                rule.name(),
                rule.inPath() ? "in the path" : "",
                rule.required() ? "required" : "",
                rule.repeatable() ? "repeatable" : "",
                rule.type() + "/" + rule.format(),
                number(rule.least()) + ".." + number(rule.most()),
                "at most " + rule.longest(),
                rule.allowed().toString(),
                rule.scope() == null ? "" : rule.scope().word());
    }

    private static String said(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        boolean repeatable = "array".equals(schema.getType());
        Schema<?> one = repeatable ? schema.getItems() : schema;
        Set<String> allowed = new TreeSet<>();
        if (one.getEnum() != null) {
            one.getEnum().forEach(value -> allowed.add(value.toString()));
        }
        return String.join(
                " ",
                parameter.getName(),
                "path".equals(parameter.getIn()) ? "in the path" : "",
                Boolean.TRUE.equals(parameter.getRequired()) ? "required" : "",
                repeatable ? "repeatable" : "",
                one.getType() + "/" + one.getFormat(),
                number(one.getMinimum()) + ".." + number(one.getMaximum()),
                "at most " + (one.getMaxLength() == null ? 200 : one.getMaxLength()),
                allowed.toString(),
                parameter.getExtensions() == null
                        ? ""
                        : parameter.getExtensions().getOrDefault("x-scope", "").toString());
    }

    private static String number(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.stripTrailingZeros().toPlainString();
    }

    private static Set<String> members(Schema<?> schema) {
        OpenAPI openApi = reference.getOpenAPI();
        Set<String> names = new TreeSet<>();
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring("#/components/schemas/".length());
            names.addAll(members(openApi.getComponents().getSchemas().get(name)));
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> names.addAll(members(part)));
        }
        if (schema.getProperties() != null) {
            names.addAll(schema.getProperties().keySet());
        }
        return names;
    }
}
