package io.vinbridge.chromedata.cvd;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Members of answers that the reader does not know, or could not read as what they should be, counted by path since the
 * node started. They are never an error: what is read of the answer beside them is right. Names come from the wire, so
 * that there are only so many of them, of so many characters.
 */
@Component
public class UnreadMembers implements MeterBinder {

    private static final int MOST_PATHS = 100;
    private static final int LONGEST_PATH = 120;
    private static final String OTHERS = "(others)";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    /** Counts a member that was passed over. */
    public void note(String path) {
        String plain = plain(path);
        AtomicLong known = counts.get(plain);
        if (known == null) {
            String counted = counts.size() < MOST_PATHS ? plain : OTHERS;
            known = counts.computeIfAbsent(counted, first -> new AtomicLong());
        }
        known.incrementAndGet();
    }

    /** How often each was met, by path, such as {@code result.features[].colour}. */
    public Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((path, count) -> now.put(path, count.get()));
        return now;
    }

    /** In words, such as {@code unread: 3 members}; empty where all was read. */
    public String inWords() {
        int members = counts.size();
        return members == 0 ? "" : "unread: " + members + (members == 1 ? " member" : " members");
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("vinbridge.cvd.unread.members", counts, Map::size)
                .description("Members of answers of CVD and VSS, by path, that are not understood; 101 at most")
                .register(meters);
        Gauge.builder("vinbridge.cvd.unread", this, UnreadMembers::total)
                .description("Times that such members were met since the node started")
                .register(meters);
    }

    private double total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private static String plain(String path) {
        String plain = path.replaceAll("[^A-Za-z0-9_.\\[\\]@$ ()-]", "?");
        return plain.length() > LONGEST_PATH ? plain.substring(0, LONGEST_PATH) : plain;
    }
}
