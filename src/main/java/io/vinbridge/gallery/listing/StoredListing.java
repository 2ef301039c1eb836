package io.vinbridge.gallery.listing;

import io.vinbridge.work.WorkResult;
import java.util.List;

/**
 * Result of storing a listing.
 *
 * @param effect how it compares with what was there
 * @param toCopy the names of the pictures of which copies are to be kept
 */
public record StoredListing(int styleId, WorkResult effect, List<String> toCopy) {}
