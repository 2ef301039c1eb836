package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * One event's word about one dealer's offer of a vehicle.
 *
 * @param dealer the dealer as the message names it; null where it names none
 * @param source who sent the message; null where nobody is named
 * @param fields what is said, by name; may be empty; one that is null takes back what was said of it
 * @param tracked whether the dealer has the vehicle from now on; null where that is not said
 * @param since since when the dealer has the vehicle, where he says so or had it before; null where it begins now
 * @param warnings what of it was not as it should be, for the history; may be empty
 */
public record OfferStatement(
        Vin vin,
        String dealer,
        String source,
        EventTimestamp stamp,
        SortedMap<String, JsonNode> fields,
        Boolean tracked,
        Instant since,
        String correlationId,
        List<String> warnings) {}
