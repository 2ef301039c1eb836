package io.vinbridge.api.http;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Room for the bodies that are held whole at one time. What is read of them becomes objects of many times their size, and there are
 * hundreds of requests at once: large ones alone would fill the heap. A body's place is taken before it is read, as bodies that were
 * read half would wait for one another.
 */
@Component
class BodyMemoryLimit {

    /** Up to so many bytes a body is taken at any time, as hundreds of them are nothing. */
    private static final int SMALL = 8192;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int all;
    private final Semaphore free;

    BodyMemoryLimit(HttpSettings settings) {
        this.all = Math.toIntExact(Math.max(
                settings.bodiesAtOnce().toBytes(), settings.largestBody().toBytes()));
        this.free = new Semaphore(all);
    }

    /**
     * Waits for room, of which nobody gets more than there is.
     *
     * @param held what the same request has taken already
     * @return what is taken, to be given back when the request is answered
     * @throws Failure if there is none for some seconds
     */
    int take(long bytes, int held) {
        int taken = bytes <= SMALL ? 0 : (int) Math.min(bytes, all - held);
        try {
            if (free.tryAcquire(taken, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return taken;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Failure(
                Reason.BUSY, "Other large requests are being answered; ask again in a moment", Duration.ofSeconds(1));
    }

    void giveBack(int bytes) {
        free.release(bytes);
    }
}
