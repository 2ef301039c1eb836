package io.vinbridge.sandbox.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Keeps what was worked out lately, up to a number of bytes; what was not asked for longest goes first. */
public final class BoundedCache<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final ToIntFunction<V> weight;
    private final long mostBytes;
    private long bytes;

    public BoundedCache(long mostBytes, ToIntFunction<V> weight) {
        this.mostBytes = mostBytes;
        this.weight = weight;
    }

    /**
     * Returns the cached value, or else computes it now. Two callers at a time may both work it out: it must come out
     * the same.
     */
    public V get(K key, Function<K, V> work) {
        return find(key).orElseGet(() -> keep(key, work.apply(key)));
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized V keep(K key, V value) {
        V replaced = kept.put(key, value);
        bytes += weight.applyAsInt(value) - (replaced == null ? 0 : weight.applyAsInt(replaced));
        Iterator<V> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= weight.applyAsInt(oldest.next());
            oldest.remove();
        }
        return value;
    }
}
