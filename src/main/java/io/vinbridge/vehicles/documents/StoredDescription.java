package io.vinbridge.vehicles.documents;

import io.vinbridge.vehicles.VehicleSummary;

/**
 * A description that no VIN was asked for, as its row stands: of a style, or of the styles that go by some words.
 *
 * @param requestKey what it was asked under
 * @param styleId the style; null where several go by the words
 * @param document null where ChromeData does not carry it
 * @param remembered whether this is what was last served, because the database does not answer
 */
public record StoredDescription(
        String requestKey,
        Integer styleId,
        DocumentHash document,
        VehicleSummary summary,
        LastFetch look,
        boolean remembered) {

    /** The same as this node has it in memory: what became of it since, it cannot know. */
    public StoredDescription asRemembered() {
        return new StoredDescription(requestKey, styleId, document, summary, look.outdated(), true);
    }
}
