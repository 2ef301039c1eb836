package io.vinbridge.gallery.listing;

import java.time.Instant;
import java.util.List;

/**
 * Stored listing of a style's pictures.
 *
 * @param pictures those of the Media Gallery, and after them the stock image, where ChromeData named one
 * @param names by which they are known when addresses change, in the same order; none where it was listed before there
 *     were names
 * @param at when we last looked; null where nobody did, and only the stock image may be known
 * @param stale whether that is longer ago than it may be
 * @param version counts the fetches
 */
public record StoredGallery(
        int styleId, List<Picture> pictures, List<String> names, Instant at, boolean stale, long version) {}
