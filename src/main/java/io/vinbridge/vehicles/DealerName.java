package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.Map;

/** Name of a dealer as a message has it, in its field {@code dealer}. */
public final class DealerName {

    private static final int LONGEST = 200;

    private DealerName() {}

    /**
     * The name without blanks around it; null where the message names nobody, or takes back what it said.
     *
     * @throws Failure if it is too long to be one
     */
    public static String of(Map<String, JsonNode> fields) {
        JsonNode named = fields.get("dealer");
        if (named == null
                || !named.isValueNode()
                || named.isNull()
                || named.asText().isBlank()) {
            return null;
        }
        String name = named.asText().strip();
        if (name.length() > LONGEST) {
            throw new Failure(Reason.INVALID_EVENT, "The name of its dealer has more than " + LONGEST + " characters");
        }
        return name;
    }
}
