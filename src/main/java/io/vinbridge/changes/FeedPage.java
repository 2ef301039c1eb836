package io.vinbridge.changes;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param next the position to read on from, also where there is nothing
 * @param more whether the feed went on after {@code next} when this was read
 */
public record FeedPage(List<FeedEntry> items, long next, boolean more) {}
