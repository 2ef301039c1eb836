package io.vinbridge.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.changes.FeedCursor;
import io.vinbridge.changes.FeedEntry;
import io.vinbridge.changes.FeedFilter;
import io.vinbridge.changes.FeedPage;
import io.vinbridge.database.DatabaseUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Server-sent events for one reader of the feed. Woken, it reads on from its own position as fast as its reader takes
 * it (backpressure), on one thread at a time; nothing waits for it but the feed itself.
 */
class ChangeStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);

    private final SseEmitter emitter;
    private final PlaceReading feed;
    private final FeedFilter filter;
    private final ObjectMapper json;
    private final Executor pool;
    private final long heartbeat;
    private final AtomicInteger wakes = new AtomicInteger();
    private long position;
    private long sentAt = System.nanoTime();
    private volatile boolean ended;

    ChangeStream(
            SseEmitter emitter,
            PlaceReading feed,
            long position,
            FeedFilter filter,
            ObjectMapper json,
            Executor pool,
            Duration heartbeat) {
        this.emitter = emitter;
        this.feed = feed;
        this.position = position;
        this.filter = filter;
        this.json = json;
        this.pool = pool;
        this.heartbeat = heartbeat.toNanos();
    }

    /** Read of the feed from a position. */
    interface PlaceReading {
        FeedPage read(long after, FeedFilter filter);
    }

    /** Wakes the stream to read on. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            pool.execute(this);
        }
    }

    /** Ends it. A reader that takes nothing holds up whoever does, until the container gives it up. */
    void end() {
        if (!ended) {
            ended = true;
            emitter.complete();
        }
    }

    @Override
    public void run() {
        int seen;
        do {
            seen = wakes.get();
            readOn();
        } while (!wakes.compareAndSet(seen, 0));
    }

    private void readOn() {
        try {
            tell();
            if (!ended && System.nanoTime() - sentAt >= heartbeat) {
                send(SseEmitter.event().id(FeedCursor.write(position)).comment("still here"));
            }
        } catch (IOException | RuntimeException gone) {
            LOG.debug("A change stream ended", gone);
            ended = true;
            emitter.complete();
        }
    }

    private void tell() throws IOException {
        boolean more = true;
        while (more && !ended) {
            FeedPage page;
            try {
                page = feed.read(position, filter);
            } catch (DataAccessException e) {
                if (!DatabaseUnavailable.mayPass(e)) {
                    throw e;
                }
                LOG.debug("A change stream pauses until the database answers again", e);
                return;
            }
            for (FeedEntry change : page.items()) {
                send(event(change));
            }
            position = page.next();
            more = page.more();
        }
    }

    private void send(SseEventBuilder event) throws IOException {
        emitter.send(event);
        sentAt = System.nanoTime();
    }

    private SseEventBuilder event(FeedEntry change) throws JsonProcessingException {
        return SseEmitter.event()
                .id(change.getCursor())
                .name(change.kind())
                .data(json.writeValueAsString(change), MediaType.APPLICATION_JSON);
    }
}
