package io.vinbridge.gallery.store;

import io.vinbridge.failures.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Store that is probed by writing, now and then and before anything is fetched for it: whether there is room says
 * nothing of whether it may be written, and what is fetched for a store that cannot keep it is thrown away.
 */
final class ProbedStore implements ImageStore {

    private static final byte[] PROBE = "Vinbridge was here".getBytes(StandardCharsets.UTF_8);
    private static final ImageHash NAME = ImageHash.of(PROBE);
    private static final long APART = Duration.ofSeconds(10).toNanos();

    private final ImageStore store;
    private Failure failure;
    private long probedAt = System.nanoTime() - APART;

    ProbedStore(ImageStore store) {
        this.store = store;
    }

    @Override
    public void checkRoom() {
        store.checkRoom();
        probe();
    }

    @Override
    public void put(ImageHash hash, byte[] bytes) {
        store.put(hash, bytes);
    }

    @Override
    public Optional<byte[]> get(ImageHash hash) {
        return store.get(hash);
    }

    @Override
    public void delete(ImageHash hash) {
        store.delete(hash);
    }

    /** One at a time: while a store hangs, those who come meanwhile wait for the same answer. */
    private synchronized void probe() {
        if (System.nanoTime() - probedAt >= APART) {
            try {
                store.put(NAME, PROBE);
                store.delete(NAME);
                failure = null;
            } catch (Failure e) {
                failure = e;
            }
            probedAt = System.nanoTime();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
