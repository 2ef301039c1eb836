package io.vinbridge.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Schemas of the contract, by name: the members that an answer may have. */
@Component
public class ContractSchemas {

    private final Contract contract;
    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();

    ContractSchemas(Contract contract) {
        this.contract = contract;
    }

    /** The names of a schema's own members, and of those that it takes over from others. */
    public Set<String> members(String schema) {
        return members.computeIfAbsent(schema, this::collected);
    }

    private Set<String> collected(String schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(contract.schema(schema), names);
        return Collections.unmodifiableSet(names);
    }

    private void collect(JsonNode schema, Set<String> names) {
        JsonNode resolved = contract.resolved(schema);
        resolved.path("allOf").forEach(part -> collect(part, names));
        resolved.path("properties").fieldNames().forEachRemaining(names::add);
    }
}
