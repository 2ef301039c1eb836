package io.vinbridge.events.redis;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/**
 * Buffer between pub/sub and the inbox, which stores many messages at once. It is bounded by bytes (backpressure):
 * while it is full, the receiving thread waits, and Redis holds the messages that follow, as far as its output buffer
 * goes.
 */
@Component
class PubSubBuffer {

    /** Approximate overhead of a message beside its bytes. */
    private static final int OVERHEAD = 96;

    private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room;
    private final int size;
    private final int most;
    private List<byte[]> inHand = List.of();

    PubSubBuffer(EventSettings settings) {
        this.size = Math.toIntExact(settings.redis().buffer().toBytes());
        this.room = new Semaphore(size);
        this.most = settings.redis().batch();
    }

    void add(@Body byte[] message) throws InterruptedException {
        room.acquire(cost(message));
        waiting.add(message);
    }

    /** The next messages to store, null where there are none; the same again until they are {@link #stored}. */
    synchronized MessageBatch next() {
        if (inHand.isEmpty()) {
            List<byte[]> next = new ArrayList<>();
            long bytes = 0;
            for (byte[] one = waiting.poll(); one != null; one = enough(next, bytes) ? null : waiting.poll()) {
                next.add(one);
                bytes += one.length;
            }
            inHand = next;
        }
        return inHand.isEmpty() ? null : new MessageBatch(IntakeChannel.PUBSUB, inHand, null);
    }

    synchronized void stored() {
        room.release(inHand.stream().mapToInt(this::cost).sum());
        inHand = List.of();
    }

    private boolean enough(List<byte[]> messages, long bytes) {
        return messages.size() >= most || bytes >= BatchSize.BYTES;
    }

    /** True if a receiving thread waits for room. */
    boolean full() {
        return room.hasQueuedThreads();
    }

    /** Waits until everything that came is stored, and takes nothing any more; false where that takes too long. */
    boolean drained(Duration most) {
        try {
            return room.tryAcquire(size, most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int cost(byte[] message) {
        return Math.min(size, message.length + OVERHEAD);
    }
}
