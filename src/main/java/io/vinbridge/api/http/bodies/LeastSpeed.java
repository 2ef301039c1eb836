package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.HttpSettings;
import java.time.Duration;

/** Pace that a transfer must keep on average, once its time of grace is over. */
public final class LeastSpeed {

    private final long began = System.nanoTime();
    private final long grace;
    private final long perSecond;
    private long bytes;

    public LeastSpeed(HttpSettings settings) {
        this.grace = settings.grace().toNanos();
        this.perSecond = settings.leastSpeed().toBytes();
    }

    public void count(int more) {
        bytes += more;
    }

    long bytes() {
        return bytes;
    }

    /** Bytes by time, for comparison: the first second's are given. */
    public double pace(long now) {
        return (bytes + perSecond) / (double) Math.max(1, now - began);
    }

    public boolean missed(long now) {
        long over = now - began - grace;
        return over > 0 && bytes < over / 1e9 * perSecond;
    }

    boolean olderThan(Duration limit, long now) {
        return now - began > limit.toNanos();
    }
}
