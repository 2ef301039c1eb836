package io.vinbridge.refresh.queue;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends this node's work when it stops: once the last reader is served, who may have waited for it, nothing more is
 * claimed; what is in hand is waited for; and what takes longer is handed back, so that another node does it at once
 * and not after a lease.
 */
@Component
class WorkDrain implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WorkDrain.class);
    private static final long LOOK_EVERY = 20;

    private final InFlightWork workers;
    private final WorkQueue queue;
    private final Duration longest;
    private volatile boolean running;

    WorkDrain(InFlightWork workers, WorkQueue queue, RefreshSettings settings) {
        this.workers = workers;
        this.queue = queue;
        this.longest = settings.drain();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        workers.close();
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!workers.inHand().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handBack();
    }

    /** A claim that was under way while the others were handed back came into these hands after that. */
    @Override
    public void destroy() {
        handBack();
    }

    private void handBack() {
        for (Claim claim : workers.inHand()) {
            workers.done(claim);
            try {
                queue.handBack(claim);
                LOG.info("{} is handed back, because this node stops", claim.key());
            } catch (RuntimeException e) {
                LOG.warn("{} was not handed back, and waits for the end of its lease: {}", claim.key(), e.getMessage());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the requests that are under way, and before Camel, whose phase is the next. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1024;
    }
}
