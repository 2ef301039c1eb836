/**
 * Operations on pictures: a style's listing, the images by hash, and the coverage. Choosing, copying and storing are
 * {@code gallery}'s.
 */
package io.vinbridge.api.media;
