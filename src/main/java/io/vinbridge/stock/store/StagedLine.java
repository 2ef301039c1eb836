package io.vinbridge.stock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Difference between a stock file and the one before: of a vehicle, or a line that is refused.
 *
 * @param position number of the line; of a vehicle that is missing, a number below zero
 * @param vin null where it is refused
 * @param message why it is refused; null where it is not
 * @param fields what it says, by name; may be empty
 * @param tracked whether the dealer has the vehicle
 * @param since since when, where he says so or had it before; null where it begins now
 * @param hash of the line; null of a vehicle that is missing
 */
public record StagedLine(
        long position,
        String vin,
        Outcome outcome,
        String message,
        List<String> warnings,
        SortedMap<String, JsonNode> fields,
        boolean tracked,
        Instant since,
        byte[] hash) {

    /** Kind of a difference. */
    public enum Outcome {
        NEW,
        CHANGED,
        GONE,
        MISSING,
        REFUSED;

        /** As it is stored and shown. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The line, as an editor counts; null of a vehicle that is missing. */
    public Long line() {
        return position > 0 ? position : null;
    }
}
