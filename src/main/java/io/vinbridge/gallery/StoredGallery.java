package io.vinbridge.gallery;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a style's pictures.
 *
 * @param pictures empty where the Media Gallery has none
 * @param at when we last looked
 * @param stale whether that is longer ago than it may be
 * @param version counts the looks
 */
public record StoredGallery(int styleId, List<Picture> pictures, Instant at, boolean stale, long version) {}
