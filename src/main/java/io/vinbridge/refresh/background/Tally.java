package io.vinbridge.refresh.background;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts by name in memory, handed over in parts: a count costs one operation on a map. */
final class Tally {

    private static final int MOST = 100_000;
    private static final int BATCH = 1_000;

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** Counts one; beyond so many names another is not counted until they are handed over. */
    void note(String name) {
        if (counts.size() < MOST) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    /** Hands over what was counted, in the order of the names; a part that {@code writer} fails at is lost. */
    void drain(Consumer<Map<String, Long>> writer) {
        List<String> names = new ArrayList<>(counts.keySet());
        names.sort(null);
        for (int from = 0; from < names.size(); from += BATCH) {
            writer.accept(taken(names.subList(from, Math.min(names.size(), from + BATCH))));
        }
    }

    private Map<String, Long> taken(Collection<String> names) {
        Map<String, Long> taken = new TreeMap<>();
        for (String name : names) {
            Long count = counts.remove(name);
            if (count != null) {
                taken.put(name, count);
            }
        }
        return taken;
    }
}
