package io.vinbridge.api.contract;

import io.swagger.v3.oas.models.media.Schema;
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
        collect(contract.parsed().getComponents().getSchemas().get(schema), names);
        return Collections.unmodifiableSet(names);
    }

    private void collect(Schema<?> schema, Set<String> names) {
        if (schema.get$ref() != null) {
            collect(
                    contract.parsed()
                            .getComponents()
                            .getSchemas()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1)),
                    names);
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> collect(part, names));
        }
        if (schema.getProperties() != null) {
            names.addAll(schema.getProperties().keySet());
        }
    }
}
