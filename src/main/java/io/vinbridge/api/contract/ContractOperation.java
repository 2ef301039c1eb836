package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.api.http.Scope;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * Operation of the contract.
 *
 * @param path below the base path, with names of parameters in braces
 * @param description what the contract says of it
 * @param parameters all of them, resolved
 */
record ContractOperation(HttpMethod method, String path, JsonNode description, List<JsonNode> parameters) {

    ContractOperation {
        parameters = List.copyOf(parameters);
    }

    /** Name of its route, {@code direct:<name>}. */
    String name() {
        return description.required("operationId").asText();
    }

    /** A stream is not answered by a route, which would keep the container's thread for as long as it lasts. */
    boolean streamed() {
        return description.has("x-streamed");
    }

    /**
     * The scope that it needs. Reading needs no more than that, unless the contract says so; whatever else is done, it
     * says.
     *
     * @throws IllegalStateException where the contract does not say it
     */
    Scope scope() {
        if (reading() && !description.has("x-scope")) {
            return Scope.READ;
        }
        return Scope.of(description.path("x-scope").asText())
                .orElseThrow(
                        () -> new IllegalStateException("The contract does not say which scope " + name() + " needs"));
    }

    /** True for a change that is witnessed. Those that come in by the thousand are recorded elsewhere, and say so. */
    boolean witnessed() {
        return !reading() && description.path("x-audit").asBoolean(true);
    }

    private boolean reading() {
        return method.equals(HttpMethod.GET);
    }
}
