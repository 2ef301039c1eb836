package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.WrittenVin;

/** Rule of a platform that no JSON Schema can say; a property of a feed's schema names it as {@code x-rule}. */
enum FeedRule {
    /**
     * A VIN as NHTSA demands it: 17 characters and a check digit that holds. Of years before 1981 anything is taken.
     */
    VIN("no VIN by NHTSA's rules: 17 characters without I, O and Q, and the check digit at position 9 must hold") {
        @Override
        boolean holds(JsonNode value, JsonNode row) {
            int year = row.path("year").asInt();
            return (year > 0 && year < 1981) || valid(value.asText());
        }
    };

    private final String otherwise;

    FeedRule(String otherwise) {
        this.otherwise = otherwise;
    }

    abstract boolean holds(JsonNode value, JsonNode row);

    String otherwise() {
        return otherwise;
    }

    private static boolean valid(String text) {
        try {
            Vin vin = WrittenVin.read(text).vin();
            return vin.value().equals(text) && vin.checkDigitHolds();
        } catch (InvalidVin e) {
            return false;
        }
    }
}
