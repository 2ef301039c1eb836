package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Memory for the bodies that are held at one time. What is read of them becomes objects of many times their size, and
 * there are hundreds of requests at once: large ones alone would fill the heap. It is taken as bytes come, and no
 * caller gets all of it, so that a caller who sends slowly keeps out none but its own.
 */
@Component
class BodyMemoryLimit {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int all;
    private final int share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final Map<String, Integer> held = new HashMap<>();
    private int free;

    BodyMemoryLimit(HttpSettings settings) {
        int largest = Math.toIntExact(settings.largestBody().toBytes());
        this.all = Math.max(Math.toIntExact(settings.bodiesAtOnce().toBytes()), largest);
        this.share = Math.max(largest, all / 2);
        this.free = all;
    }

    /** Takes room for more bytes of a caller; false if there is none now. */
    boolean tryTake(String caller, int bytes) {
        lock.lock();
        try {
            int has = held.getOrDefault(caller, 0);
            // What is larger than a share is let in when nobody else has any: it would never be otherwise.
            if (bytes > free || (has + bytes > share && free < all)) {
                return false;
            }
            free -= bytes;
            held.put(caller, has + bytes);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for room, of which nobody gets more than there is.
     *
     * @param has what the same request has taken already
     * @return what is taken, to be given back when the request is answered
     * @throws Failure if there is none for some seconds
     */
    int take(String caller, int bytes, int has) {
        int wanted = Math.min(bytes, share - Math.min(has, share));
        long nanos = PATIENCE.toNanos();
        lock.lock();
        try {
            while (!tryTake(caller, wanted)) {
                if (nanos <= 0) {
                    throw none();
                }
                nanos = given.awaitNanos(nanos);
            }
            return wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw none();
        } finally {
            lock.unlock();
        }
    }

    void giveBack(String caller, int bytes) {
        lock.lock();
        try {
            free += bytes;
            held.computeIfPresent(caller, (any, has) -> has <= bytes ? null : has - bytes);
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static Failure none() {
        return new Failure(
                Reason.BUSY, "Other large requests are being answered; ask again in a moment", Duration.ofSeconds(1));
    }
}
