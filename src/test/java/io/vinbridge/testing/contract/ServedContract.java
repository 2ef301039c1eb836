package io.vinbridge.testing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract, against which whatever JSON a test gets of the API is held: so each answer that some test makes is
 * known to have no member that generated clients don't know, and none of another type.
 */
public final class ServedContract {

    private static final String BASE = "/api/v1";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode CONTRACT = read();
    private static final List<Operation> OPERATIONS = operations();

    private ServedContract() {}

    private record Operation(String method, Pattern path, String template, JsonNode responses) {

        /** What is written out goes before what is any text. */
        long variables() {
            return template.chars().filter(letter -> letter == '{').count();
        }
    }

    /**
     * Holds an answer against the contract, if it is JSON.
     *
     * @throws AssertionError if it is not as the contract has it
     */
    public static void check(HttpResponse<String> answer) {
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(text -> text.replaceAll(";.*", ""))
                .orElse("");
        String path = answer.request().uri().getRawPath();
        if (type.matches("application/(problem\\+)?json") && path.startsWith(BASE) && whole(answer)) {
            String method = answer.request().method();
            List<String> faults =
                    faults(method, path.substring(BASE.length()), answer.statusCode(), type, answer.body());
            if (!faults.isEmpty()) {
                throw new AssertionError(method + " " + path + " answered " + answer.statusCode()
                        + ", which is not as the contract has it: " + faults);
            }
        }
    }

    /** A test that asks for compression unpacks for itself; and of what {@code fields} picks, no member is promised. */
    private static boolean whole(HttpResponse<String> answer) {
        String query = answer.request().uri().getRawQuery();
        boolean picked = answer.statusCode() == 200 && query != null && query.contains("fields=");
        return !answer.body().isEmpty()
                && !picked
                && answer.headers().firstValue("Content-Encoding").isEmpty();
    }

    /** What is wrong with an answer, each with its path; empty where nothing is. */
    static List<String> faults(String method, String path, int status, String type, String body) {
        JsonNode schema = schema(method, path, status, type);
        return schema.isMissingNode()
                ? List.of(method + " has no " + type + " with " + status)
                : new ContractCheck(CONTRACT).faultsOf(json(body), schema);
    }

    private static JsonNode schema(String method, String path, int status, String type) {
        return OPERATIONS.stream()
                .filter(operation -> operation.method.equalsIgnoreCase(method)
                        && operation.path.matcher(path).matches())
                .findFirst()
                .map(operation -> {
                    JsonNode said = operation.responses.path(Integer.toString(status));
                    JsonNode response = resolved(said.isMissingNode() ? operation.responses.path("default") : said);
                    return response.path("content").path(type).path("schema");
                })
                .orElseGet(() -> CONTRACT.at("/components/schemas/Problem"));
    }

    private static JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? CONTRACT.at(part.get("$ref").asText().substring(1)) : part;
    }

    private static List<Operation> operations() {
        return CONTRACT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .map(method -> operation(path.getKey(), method)))
                .sorted(Comparator.comparing(Operation::variables))
                .toList();
    }

    private static Operation operation(String template, Map.Entry<String, JsonNode> method) {
        String path = Stream.of(template.split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .reduce((one, other) -> one + "/" + other)
                .orElseThrow();
        return new Operation(
                method.getKey(),
                Pattern.compile(path),
                template,
                method.getValue().get("responses"));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("What is said to be JSON is none: " + text, e);
        }
    }

    private static JsonNode read() {
        LoaderOptions large = new LoaderOptions();
        large.setCodePointLimit(10_000_000);
        try (InputStream contract = ServedContract.class.getResourceAsStream("/openapi/vinbridge.yaml")) {
            return MAPPER.valueToTree(new Yaml(large).load(contract));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
