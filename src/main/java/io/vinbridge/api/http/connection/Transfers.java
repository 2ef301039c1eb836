package io.vinbridge.api.http.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Clock of the bodies that are coming in and the answers that are going out without a thread of their own. Each holds
 * 54 KB of the container's buffers: where there are more than the heap has room for, the slowest have to go.
 */
@Component
public class Transfers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final long TICK_MILLIS = 200;
    private static final long HEAP_OF_EACH = 2 * 1024 * 1024;
    private static final long FEWEST = 64;

    private final long most;
    private final Set<Transfer> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("transfers-"));

    @Autowired
    Transfers() {
        this(Math.max(FEWEST, Runtime.getRuntime().maxMemory() / HEAP_OF_EACH));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    Transfers(long most) {
        this.most = most;
        clock.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A body or an answer under way. */
    public interface Transfer {
        /** Ends it where it is too slow; called several times a second. */
        void look(long nanoTime);

        /** How fast it is, for comparison; one that has just begun is fast. */
        double pace(long nanoTime);

        /** Ends it, because there are too many. */
        void giveWay();
    }

    public void begun(Transfer transfer) {
        underWay.add(transfer);
        if (underWay.size() > most) {
            clock.execute(this::makeRoom);
        }
    }

    public void ended(Transfer transfer) {
        underWay.remove(transfer);
    }

    private void look() {
        long now = System.nanoTime();
        underWay.removeIf(transfer -> gone(() -> transfer.look(now)));
        makeRoom();
    }

    /** At once, where one has begun for which there is no room: in a fifth of a second hundreds begin. */
    private void makeRoom() {
        long now = System.nanoTime();
        long tooMany = underWay.size() - most;
        if (tooMany > 0) {
            Map<Transfer, Double> paces = new HashMap<>();
            underWay.forEach(transfer -> paces.put(transfer, transfer.pace(now)));
            paces.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(tooMany)
                    .map(Map.Entry::getKey)
                    .forEach(slow -> gone(slow::giveWay));
        }
    }

    private static boolean gone(Runnable what) {
        try {
            what.run();
            return false;
        } catch (RuntimeException e) {
            LOG.debug("A connection is gone", e);
            return true;
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
