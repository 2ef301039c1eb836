package io.vinbridge.refresh.background;

import io.vinbridge.vehicles.descriptions.DescriptionDemand;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counter of reads by request key, so that a description that nobody reads can rest. A read costs one operation on a
 * map; a clock writes the counts. The counts since the last write are lost when a node is killed: one minute of the 90
 * days after which a description rests.
 */
@Component
public class ReadCounter {

    private static final Logger LOG = LoggerFactory.getLogger(ReadCounter.class);
    private static final int MOST = 100_000;
    private static final int BATCH = 1_000;

    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final DescriptionDemand interest;

    ReadCounter(DescriptionDemand interest) {
        this.interest = interest;
    }

    /** Counts a read; beyond so many keys it is not counted until the next writing. */
    public void note(String key) {
        if (counts.size() < MOST) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    /** Writes what was counted, in the order of the keys; a batch that cannot be written is lost. */
    void write() {
        List<String> keys = new ArrayList<>(counts.keySet());
        keys.sort(null);
        for (int from = 0; from < keys.size(); from += BATCH) {
            interest.read(taken(keys.subList(from, Math.min(keys.size(), from + BATCH))));
        }
    }

    @PreDestroy
    void writeTheRest() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("The read counts of the last minute were not written: {}", e.getMessage());
        }
    }

    private Map<String, Long> taken(Collection<String> keys) {
        Map<String, Long> taken = new TreeMap<>();
        for (String key : keys) {
            Long count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        return taken;
    }
}
