package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.GalleryLicence;

/**
 * Extent of descriptions.
 *
 * @param fullness how much equipment, 1.0 for the usual 70 KB of a full answer
 * @param licence which pictures come with it; as their addresses are new every time, answers with pictures are not kept
 * @param cacheBytes how much memory rendered answers may take
 */
public record Extent(double fullness, GalleryLicence licence, long cacheBytes) {}
