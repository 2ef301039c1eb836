package io.vinbridge.database;

import org.springframework.util.unit.DataSize;

/** Keeps caches from filling the heap: the process ends where that is full, and again after each start. */
public final class HeapShare {

    private HeapShare() {}

    /**
     * In bytes, what a cache may take: what it is meant to, or a {@code part}th of the largest heap where that is less.
     */
    public static long of(DataSize meant, int part) {
        return Math.min(meant.toBytes(), Runtime.getRuntime().maxMemory() / part);
    }
}
