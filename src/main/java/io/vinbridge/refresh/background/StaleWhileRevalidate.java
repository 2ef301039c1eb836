package io.vinbridge.refresh.background;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.refresh.runs.AgeGuard;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.stereotype.Component;

/**
 * Stale-while-revalidate (RFC 5861): stale answers are served at once and refreshed behind their readers. A reader
 * leaves the wish here, which takes no database and cannot fail; a clock puts the wishes into the queue, many at once.
 * A wish that is lost is made again by the next reader, a minute later.
 */
@Component
public class StaleWhileRevalidate {

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;

    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(100_000)
            .build();
    private final BlockingQueue<WorkRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final WorkQueue queue;
    private final VehicleRegistry registry;
    private final RequestKeys keys;
    private final WorkRequests asks;
    private final AgeGuard guard;

    StaleWhileRevalidate(
            WorkQueue queue, VehicleRegistry registry, RequestKeys keys, WorkRequests asks, AgeGuard guard) {
        this.queue = queue;
        this.registry = registry;
        this.keys = keys;
        this.asks = asks;
        this.guard = guard;
    }

    /** True if a wish of this name was not made for a minute: it is to be made now. */
    public boolean due(String name) {
        return lately.asMap().putIfAbsent(name, true) == null;
    }

    /** Makes a wish; where too many wait already, it is left to a later reader. */
    public void want(WorkRequest ask) {
        waiting.offer(ask);
    }

    /**
     * Puts the wishes into the queue, and says whether there were any. While the guard holds, they are left to later
     * readers.
     */
    boolean ask() {
        List<WorkRequest> wishes = new ArrayList<>();
        waiting.drainTo(wishes, MOST_AT_ONCE);
        if (wishes.isEmpty() || guard.holds()) {
            return false;
        }
        Map<String, WorkRequest> once = new LinkedHashMap<>();
        List<Vin> outdated = new ArrayList<>();
        for (WorkRequest ask : wishes) {
            if (outdated(ask)) {
                outdated.add(new Vin(ask.argument()));
            } else {
                once.putIfAbsent(ask.key(), ask);
            }
        }
        if (!outdated.isEmpty()) {
            registry.move(outdated, null)
                    .forEach(
                            moved -> once.putIfAbsent(moved.requestKey(), asks.stale(moved.requestKey(), moved.vin())));
        }
        queue.ask(once.values());
        return !once.isEmpty();
    }

    /** Nothing is asked under a key of other settings: the answer would stand under the wrong name. */
    private boolean outdated(WorkRequest ask) {
        return WorkKind.VEHICLE.word().equals(ask.kind()) && !keys.current(ask.key());
    }
}
