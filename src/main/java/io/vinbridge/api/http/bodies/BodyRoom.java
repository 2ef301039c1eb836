package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Room for the bodies that are held at one time, in memory or in files. What is read of those in memory becomes objects
 * of many times their size, and there are hundreds of requests at once: large ones alone would fill the heap, as lists
 * would the disk. It is taken as bytes come, and no caller gets all of it, so that a caller who sends slowly keeps out
 * none but its own.
 */
final class BodyRoom {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LISTS_AT_ONCE = 2;

    private final long all;
    private final long share;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final Map<String, Long> held = new HashMap<>();
    private long free;

    private BodyRoom(long all, long largest) {
        this.all = Math.max(all, largest);
        this.share = Math.max(largest, this.all / 2);
        this.free = this.all;
    }

    static BodyRoom inMemory(HttpSettings settings) {
        return new BodyRoom(
                settings.bodiesAtOnce().toBytes(), settings.largestBody().toBytes());
    }

    static BodyRoom inFiles(HttpSettings settings) {
        long largest = settings.largestImport().toBytes();
        return new BodyRoom(LISTS_AT_ONCE * largest, largest);
    }

    /** Takes room for more bytes of a caller; false if there is none now. */
    boolean tryTake(String caller, long bytes) {
        lock.lock();
        try {
            long has = held.getOrDefault(caller, 0L);
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
    long take(String caller, long bytes, long has) {
        long wanted = Math.min(bytes, share - Math.min(has, share));
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

    void giveBack(String caller, long bytes) {
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
