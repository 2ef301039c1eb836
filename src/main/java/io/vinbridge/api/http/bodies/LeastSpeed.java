package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.HttpSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pace that a transfer must keep on average, once its time of grace is over. The clock looks while bytes are counted.
 */
public final class LeastSpeed {

    private final long began = System.nanoTime();
    private final long grace;
    private final long perSecond;
    private final AtomicLong bytes = new AtomicLong();

    public LeastSpeed(HttpSettings settings) {
        this.grace = settings.grace().toNanos();
        this.perSecond = settings.leastSpeed().toBytes();
    }

    /** Counts what has been moved. */
    public void count(int more) {
        bytes.addAndGet(more);
    }

    long bytes() {
        return bytes.get();
    }

    /** Bytes by time, for comparison: the first second's are given. */
    public double pace(long now) {
        return (bytes.get() + perSecond) / (double) Math.max(1, now - began);
    }

    /** True if it is slower than it may be. */
    public boolean missed(long now) {
        long over = now - began - grace;
        return over > 0 && bytes.get() < over / 1e9 * perSecond;
    }

    boolean olderThan(Duration limit, long now) {
        return now - began > limit.toNanos();
    }
}
