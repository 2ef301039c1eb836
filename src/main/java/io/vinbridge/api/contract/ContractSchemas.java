package io.vinbridge.api.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Schemas of the contract, by name: the members that an answer may have. */
@Component
public class ContractSchemas {

    private final Contract contract;

    ContractSchemas(Contract contract) {
        this.contract = contract;
    }

    /** The names of a schema's own members, and of those that it takes over from others. */
    public Set<String> members(String schema) {
        Set<String> members = new LinkedHashSet<>();
        collect(contract.parsed().getComponents().getSchemas().get(schema), members);
        return members;
    }

    private void collect(Schema<?> schema, Set<String> members) {
        if (schema.get$ref() != null) {
            collect(
                    contract.parsed()
                            .getComponents()
                            .getSchemas()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1)),
                    members);
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> collect(part, members));
        }
        if (schema.getProperties() != null) {
            members.addAll(schema.getProperties().keySet());
        }
    }
}
