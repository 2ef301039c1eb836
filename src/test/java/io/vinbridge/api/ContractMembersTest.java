package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each member that is served of a vehicle is named and typed in the contract: a generated client has no other. */
class ContractMembersTest {

    private final Node node = World.shared().node();
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"1HGCV1F33LAA12345", "5FNYF8H98MBA12345", "1FTFW1E50PFA12345", "JH4CU2F60CC012345"})
    void namesAndTypesWhatIsServed(String vin) throws IOException {
        JsonNode contract = mapper.readTree(node.get("/openapi.json").body());
        JsonNode vehicle = mapper.readTree(node.get("/vehicles/" + vin).body());
        Set<String> untyped = new TreeSet<>();

        compare(vehicle, contract.at("/components/schemas/Vehicle"), contract, "", untyped);

        assertThat(vehicle.path("engines")).isNotEmpty();
        assertThat(untyped).isEmpty();
    }

    private static void compare(JsonNode served, JsonNode schema, JsonNode contract, String path, Set<String> untyped) {
        if (served.isArray()) {
            JsonNode items = member(schema, "items", contract);
            served.forEach(item -> compare(item, items, contract, path + "[]", untyped));
        } else if (served.isObject()) {
            served.properties().forEach(entry -> {
                JsonNode typed = property(schema, entry.getKey(), contract);
                if (typed.isMissingNode()) {
                    untyped.add(path + "." + entry.getKey());
                } else {
                    compare(entry.getValue(), typed, contract, path + "." + entry.getKey(), untyped);
                }
            });
        }
    }

    private static JsonNode property(JsonNode schema, String name, JsonNode contract) {
        for (JsonNode one : parts(schema, contract)) {
            JsonNode found = one.path("properties").path(name);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return contract.path("none");
    }

    private static JsonNode member(JsonNode schema, String name, JsonNode contract) {
        return parts(schema, contract).stream()
                .map(one -> one.path(name))
                .filter(one -> !one.isMissingNode())
                .findFirst()
                .orElse(contract.path("none"));
    }

    private static List<JsonNode> parts(JsonNode schema, JsonNode contract) {
        List<JsonNode> parts = new ArrayList<>();
        JsonNode resolved =
                schema.has("$ref") ? contract.at(schema.get("$ref").asText().substring(1)) : schema;
        parts.add(resolved);
        resolved.path("allOf").forEach(one -> parts.addAll(parts(one, contract)));
        return parts;
    }
}
