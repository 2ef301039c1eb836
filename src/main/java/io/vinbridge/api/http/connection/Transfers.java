package io.vinbridge.api.http.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Clock of the bodies that are coming in and the answers that are going out without a thread of their own. */
@Component
public class Transfers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final long TICK_MILLIS = 200;

    private final Set<Transfer> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("transfers-"));

    @SuppressWarnings("FutureReturnValueIgnored")
    Transfers() {
        clock.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A body or an answer under way. */
    public interface Transfer {
        /** Ends it where it is too slow; called several times a second. */
        void look(long nanoTime);
    }

    public void begun(Transfer transfer) {
        underWay.add(transfer);
    }

    public void ended(Transfer transfer) {
        underWay.remove(transfer);
    }

    private void look() {
        long now = System.nanoTime();
        underWay.removeIf(transfer -> gone(transfer, now));
    }

    private static boolean gone(Transfer transfer, long now) {
        try {
            transfer.look(now);
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
