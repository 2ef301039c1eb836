package io.vinbridge.gallery.listing;

import java.time.Instant;
import java.util.List;

/**
 * Stored listing of a style's pictures.
 *
 * @param pictures empty where the Media Gallery has none
 * @param names by which they are known when addresses change, in the same order; none where it was listed before there
 *     were names
 * @param at when we last looked
 * @param stale whether that is longer ago than it may be
 * @param version counts the fetches
 */
public record StoredGallery(
        int styleId, List<Picture> pictures, List<String> names, Instant at, boolean stale, long version) {}
