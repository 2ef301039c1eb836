package io.vinbridge.api.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.CallerValidity;
import io.vinbridge.changes.ChangeFeed;
import io.vinbridge.changes.FeedAdvanced;
import io.vinbridge.changes.FeedCursor;
import io.vinbridge.changes.FeedFilter;
import io.vinbridge.changes.FeedPage;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open on this node. Each has a thread while it sends, which a slow reader keeps to itself; all
 * together have few connections to the database.
 */
@Component
class ChangeStreams implements SmartLifecycle, DisposableBean {

    private static final int AT_ONCE = 100;
    private static final int READING_AT_ONCE = 4;
    private static final Duration COME_BACK = Duration.ofSeconds(10);
    private static final int MILLIS_TO_END = 2000;

    private final ChangeFeed feed;
    private final ObjectMapper json;
    private final StreamSettings settings;
    private final Semaphore places;
    private final Semaphore reading = new Semaphore(READING_AT_ONCE);
    private final CallerValidity known;
    private final Map<ChangeStream, Caller> open = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool(new CustomizableThreadFactory("change-stream-"));
    private final Map<String, Integer> perCaller = new ConcurrentHashMap<>();
    private volatile boolean running;

    ChangeStreams(
            ChangeFeed feed, ObjectMapper json, StreamSettings settings, CallerValidity known, MeterRegistry meters) {
        this.feed = feed;
        this.json = json;
        this.settings = settings;
        this.known = known;
        this.places = new Semaphore(settings.readers());
        meters.gaugeMapSize("vinbridge.streams.readers", List.of(), open);
    }

    /**
     * Opens a stream of what comes after a place.
     *
     * @throws Failure if this node takes no more readers now, or none more of this caller
     */
    SseEmitter open(long after, FeedFilter filter, Caller caller) throws IOException {
        takePlace(caller);
        SseEmitter emitter = new SseEmitter(0L);
        ChangeStream stream = new ChangeStream(emitter, this::read, after, filter, json, pool, settings.heartbeat());
        open.put(stream, caller);
        emitter.onCompletion(() -> close(stream));
        emitter.send(SseEmitter.event()
                .id(FeedCursor.write(after))
                .reconnectTime(settings.reconnect().toMillis())
                .comment("from here on"));
        stream.wake();
        if (!running) {
            stream.end();
        }
        return emitter;
    }

    /** No key takes all places: a caller that opens ever new streams and reads none would shut out everybody else. */
    private void takePlace(Caller caller) {
        if (perCaller.merge(caller.id(), 1, Integer::sum) > settings.readersPerKey()) {
            giveBack(caller);
            throw new Failure(
                    Reason.TOO_MANY_REQUESTS,
                    "This key has " + settings.readersPerKey() + " streams of this node, and can have no more",
                    COME_BACK);
        }
        if (!running || !places.tryAcquire()) {
            giveBack(caller);
            throw new Failure(
                    Reason.STORE_UNAVAILABLE,
                    "This node takes no more readers now; it takes " + settings.readers(),
                    COME_BACK);
        }
    }

    private void giveBack(Caller caller) {
        perCaller.computeIfPresent(caller.id(), (id, has) -> has == 1 ? null : has - 1);
    }

    @EventListener(FeedAdvanced.class)
    void wake() {
        open.keySet().forEach(ChangeStream::wake);
    }

    /** Ends the streams of those whose key or token lets them in no more. */
    void dismiss() {
        Set<Caller> gone = open.values().stream()
                .distinct()
                .filter(caller -> !known.holds(caller))
                .collect(Collectors.toSet());
        open.forEach((stream, caller) -> {
            if (gone.contains(caller)) {
                pool.execute(stream::end);
            }
        });
    }

    private FeedPage read(long after, FeedFilter filter) {
        reading.acquireUninterruptibly();
        try {
            return feed.read(after, AT_ONCE, filter);
        } finally {
            reading.release();
        }
    }

    private void close(ChangeStream stream) {
        Caller caller = open.remove(stream);
        if (caller != null) {
            giveBack(caller);
            places.release();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server stops, which waits for requests that are under way, and a stream always is. */
    @Override
    public void stop() {
        running = false;
        CompletableFuture<?>[] ends = open.keySet().stream()
                .map(stream -> CompletableFuture.runAsync(stream::end, pool))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, MILLIS_TO_END, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    @Override
    public void destroy() {
        pool.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
