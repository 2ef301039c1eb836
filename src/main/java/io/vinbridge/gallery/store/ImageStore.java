package io.vinbridge.gallery.store;

import java.util.Optional;

/**
 * Content-addressed store of images' bytes. Every failure is a {@link io.vinbridge.failures.Failure} that says what is
 * wrong with the store.
 */
public interface ImageStore {

    /** Fails where nothing more can be stored now, so that nothing is fetched for which there is no room. */
    void checkRoom();

    /** Stores the bytes under their own name: all of them, read back and compared, or nothing at all. */
    void put(ImageHash hash, byte[] bytes);

    /** The bytes as they are kept now; whoever reads them holds them against their name. */
    Optional<byte[]> get(ImageHash hash);

    /** Deletes the image; nothing happens if there is none. */
    void delete(ImageHash hash);
}
