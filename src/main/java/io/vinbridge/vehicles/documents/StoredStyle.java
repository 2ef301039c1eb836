package io.vinbridge.vehicles.documents;

import io.vinbridge.vehicles.VehicleSummary;

/**
 * A style's own description as its row stands.
 *
 * @param document null where ChromeData does not carry the style
 * @param remembered whether this is what was last served, because the database does not answer
 */
public record StoredStyle(
        int styleId, DocumentHash document, VehicleSummary summary, LastFetch look, boolean remembered) {

    /** The same as this node has it in memory: what became of it since, it cannot know. */
    public StoredStyle asRemembered() {
        return new StoredStyle(styleId, document, summary, look.outdated(), true);
    }
}
