package io.vinbridge.refresh.queue;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.tracing.Requester;
import io.vinbridge.work.Claim;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Single flight on this node: however many callers wait for one request key, it is fetched once; they are told when
 * this node settles it, or when the queue shows that another did.
 */
@Component
public class KeyWaiters {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Map<String, CompletableFuture<Void>> watched = new ConcurrentHashMap<>();
    private final Map<String, Integer> seatsOfCallers = new ConcurrentHashMap<>();
    private final Semaphore seats;
    private final int mostOfOne;

    KeyWaiters(RefreshSettings settings) {
        this.seats = new Semaphore(settings.maxWaiters());
        this.mostOfOne = Math.max(1, settings.maxWaiters() / 2);
    }

    /**
     * Waits for all keys, for so long at most, and returns what failed; what is not settled by then counts as pending.
     * To be called once the keys are in the queue: a key that is not there counts as settled. Each who waits holds a
     * thread that serves requests, so only so many may, of one caller half of them, and the next is told to come back:
     * readers of what is stored must not wait behind them, nor one caller's look-ups behind another's.
     */
    public Map<String, Failure> all(Collection<String> keys, Duration most) {
        if (!seats.tryAcquire()) {
            throw new Failure(Reason.PENDING, "Too many wait for ChromeData already; it is queued", COME_BACK);
        }
        String caller = Requester.id();
        try {
            if (caller != null && seatsOfCallers.merge(caller, 1, Integer::sum) > mostOfOne) {
                throw new Failure(Reason.PENDING, "You wait for too many look-ups already; it is queued", COME_BACK);
            }
            Map<String, CompletableFuture<Void>> waiting = new HashMap<>();
            keys.forEach(key -> waiting.put(key, watched.computeIfAbsent(key, first -> new CompletableFuture<>())));
            untilDone(CompletableFuture.allOf(waiting.values().toArray(CompletableFuture[]::new)), most);
            return failures(waiting);
        } finally {
            if (caller != null) {
                seatsOfCallers.computeIfPresent(caller, (id, taken) -> taken > 1 ? taken - 1 : null);
            }
            seats.release();
        }
    }

    /**
     * Tells those who wait for the claim in hand that it is settled. Where one of them asked for a later fetch, all
     * wait for that.
     */
    void answer(@Variable("claim") Claim claim) {
        if (!claim.rerun().get()) {
            settled(claim.key());
        }
    }

    public void settled(String key) {
        CompletableFuture<Void> waiting = watched.remove(key);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    void failed(String key, Failure failure) {
        CompletableFuture<Void> waiting = watched.remove(key);
        if (waiting != null) {
            waiting.completeExceptionally(failure);
        }
    }

    /** The keys that somebody waits for, or gave up waiting for, on this node. */
    Set<String> keys() {
        return Set.copyOf(watched.keySet());
    }

    private static void untilDone(CompletableFuture<Void> all, Duration most) {
        try {
            all.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Which of the keys failed, or are not settled, is told by each key's own future.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Failure> failures(Map<String, CompletableFuture<Void>> waiting) {
        Map<String, Failure> failures = new HashMap<>();
        waiting.forEach((key, settled) -> {
            if (!settled.isDone()) {
                failures.put(key, new Failure(Reason.PENDING, "Still being looked up", COME_BACK));
            } else if (settled.isCompletedExceptionally()) {
                failures.put(
                        key, (Failure) settled.handle((done, failed) -> failed).join());
            }
        });
        return failures;
    }
}
