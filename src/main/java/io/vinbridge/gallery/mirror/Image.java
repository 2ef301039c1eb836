package io.vinbridge.gallery.mirror;

import io.vinbridge.gallery.store.ImageHash;

/**
 * Metadata of an image, without its bytes.
 *
 * @param type its media type, by its bytes
 * @param placeholder its {@link ThumbHash}, in Base64
 * @param broken whether the bytes were lost or damaged and are to be fetched again
 */
public record Image(
        ImageHash hash, String type, int width, int height, long length, String placeholder, boolean broken) {}
