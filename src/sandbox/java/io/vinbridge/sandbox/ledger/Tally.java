package io.vinbridge.sandbox.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by name. Past a million names further ones are not told apart, so that a long run can't fill the memory. */
final class Tally {
    private static final int MOST = 1_000_000;
    private static final String OTHERS = "(others)";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String name) {
        LongAdder known = counts.get(name);
        if (known == null) {
            known = counts.computeIfAbsent(counts.size() < MOST ? name : OTHERS, unseen -> new LongAdder());
        }
        known.increment();
    }

    long of(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    long sum() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    int names() {
        return counts.size();
    }

    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }

    void clear() {
        counts.clear();
    }
}
