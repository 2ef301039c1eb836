package io.vinbridge.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A check of what is served against a schema of the contract, as a generated client would make it: nothing unnamed,
 * nothing of another type.
 */
public final class ContractCheck {

    private final JsonNode contract;
    private final List<String> faults = new ArrayList<>();

    public ContractCheck(JsonNode contract) {
        this.contract = contract;
    }

    /** What is wrong with it, each with its path; empty where nothing is. */
    public List<String> faults(JsonNode served, String schema) {
        faults.clear();
        check(served, contract.at("/components/schemas/" + schema), schema);
        return List.copyOf(faults);
    }

    /** The same of the answer to a {@code GET} that succeeded, by its path in the contract. */
    public List<String> faultsOfAnswer(JsonNode served, String path) {
        faults.clear();
        JsonNode answer = resolved(contract.path("paths").path(path).at("/get/responses/200"));
        check(served, answer.at("/content/application~1json/schema"), path);
        return List.copyOf(faults);
    }

    /** The same by a schema itself. */
    List<String> faultsOf(JsonNode served, JsonNode schema) {
        faults.clear();
        check(served, schema, "");
        return List.copyOf(faults);
    }

    /** The names of a schema's members. */
    public List<String> members(String schema) {
        return contract.at("/components/schemas/" + schema + "/properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private void check(JsonNode value, JsonNode schema, String path) {
        JsonNode resolved = resolved(schema);
        if (value.isNull()) {
            fault(!resolved.path("nullable").asBoolean() && !open(resolved), path, "is null");
            return;
        }
        if (resolved.has("oneOf")) {
            oneOf(value, resolved.get("oneOf"), path);
            return;
        }
        if (open(resolved)) {
            return;
        }
        if (!typed(value, resolved.path("type").asText())) {
            fault(true, path, "is " + value.getNodeType() + ", not " + resolved.path("type"));
            return;
        }
        fault(
                resolved.has("enum")
                        && StreamSupport.stream(resolved.get("enum").spliterator(), false)
                                .noneMatch(value::equals),
                path,
                value + " is no word of " + resolved.get("enum"));
        fault("date-time".equals(resolved.path("format").asText()) && !time(value.asText()), path, "is no time");
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), resolved.path("items"), path + "[]");
            }
        } else if (value.isObject()) {
            object(value, resolved, path);
        }
    }

    /** By none or several of them a generated client does not know what it reads. */
    private void oneOf(JsonNode value, JsonNode schemas, String path) {
        List<String> found = new ArrayList<>();
        int fitting = 0;
        for (JsonNode one : schemas) {
            ContractCheck check = new ContractCheck(contract);
            check.check(value, one, path + ":" + one.path("$ref").asText());
            fitting += check.faults.isEmpty() ? 1 : 0;
            found.addAll(check.faults);
        }
        fault(fitting > 1, path, "fits several of " + schemas);
        if (fitting == 0) {
            faults.addAll(found);
        }
    }

    /** Any value at all. */
    private static boolean open(JsonNode schema) {
        return !schema.has("type") && !schema.has("properties") && !schema.has("$ref") && !schema.has("oneOf");
    }

    private void object(JsonNode value, JsonNode schema, String path) {
        JsonNode more = schema.path("additionalProperties");
        fault(more.isMissingNode(), path, "does not say whether it is closed");
        value.properties().forEach(member -> {
            JsonNode typed = schema.path("properties").path(member.getKey());
            if (!typed.isMissingNode()) {
                check(member.getValue(), typed, path + "." + member.getKey());
            } else {
                fault(!more.isObject() && !more.asBoolean(), path + "." + member.getKey(), "is not in the contract");
            }
        });
        Stream.of(schema.path("required"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(name -> !value.has(name.asText()))
                .forEach(name -> fault(true, path + "." + name.asText(), "is missing"));
    }

    private static boolean typed(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private static boolean time(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void fault(boolean there, String path, String what) {
        if (there) {
            faults.add(path + " " + what);
        }
    }
}
