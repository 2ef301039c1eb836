package io.vinbridge.stock.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Line of a stock file as a statement about a vehicle. What it says beside the VIN is read only if it is wanted: of
 * most lines the hash tells that they say what was said before.
 *
 * @param number the line, as an editor counts
 * @param vin null where it is refused
 * @param forgiven what was made of what was written for the VIN; null where nothing was
 * @param hash of all that it says; null where it is refused
 * @param content reads what it says beside the VIN
 * @param refusal why it cannot be taken; null where it can
 */
public record StockLine(long number, Vin vin, String forgiven, byte[] hash, Supplier<Content> content, String refusal) {

    /**
     * Statement of a line.
     *
     * @param fields by name; one that is null takes back what was said of it
     * @param warnings what in it is not as it should be, for people; may be empty
     */
    public record Content(SortedMap<String, JsonNode> fields, List<String> warnings) {}

    /** One that cannot be taken. */
    static StockLine refused(long number, String why) {
        return new StockLine(number, null, null, null, null, why);
    }

    public boolean refused() {
        return refusal != null;
    }
}
