package io.vinbridge.changes;

import java.util.List;

/**
 * Which changes a reader of the feed wants.
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
