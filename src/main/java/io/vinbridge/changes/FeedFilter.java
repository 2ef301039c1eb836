package io.vinbridge.changes;

import java.util.List;

/**
 * Filter of a feed's reader over the changes.
 *
 * @param vin of this vehicle only; null for all
 * @param kinds of these kinds only; empty for all
 */
public record FeedFilter(String vin, List<String> kinds) {

    /** Every change. */
    public static final FeedFilter NONE = new FeedFilter(null, List.of());

    boolean open() {
        return vin == null && kinds.isEmpty();
    }
}
