package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/**
 * One event's word about one dealer's offer of a vehicle.
 *
 * @param dealer the dealer as the message names it; null where it names none
 * @param source who sent the message; null where nobody is named
 * @param fields what is said, by name; may be empty
 * @param tracked whether the dealer has the vehicle from now on; null where that is not said
 */
public record OfferStatement(
        Vin vin,
        String dealer,
        String source,
        EventTimestamp stamp,
        SortedMap<String, JsonNode> fields,
        Boolean tracked,
        String correlationId) {}
