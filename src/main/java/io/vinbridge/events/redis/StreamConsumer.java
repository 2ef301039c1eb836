package io.vinbridge.events.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumer of the stream: what its route has stored is acknowledged, and what it has not is read again. */
class StreamConsumer extends ScheduledPollConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private static final long WAIT_SECONDS = 5;

    private final StreamReader reader;
    private final ReentrantLock inHand = new ReentrantLock();

    StreamConsumer(StreamEndpoint endpoint, Processor route, StreamReader reader) {
        super(endpoint, route);
        this.reader = reader;
    }

    @Override
    protected int poll() {
        inHand.lock();
        try {
            return isSuspendingOrSuspended() || isStoppingOrStopped() ? 0 : take(reader.read());
        } finally {
            inHand.unlock();
        }
    }

    private int take(StreamEntries entries) {
        if (entries == null) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(entries.batch());
            store(exchange);
            if (exchange.getException() == null) {
                reader.acknowledge(entries);
            } else {
                LOG.warn(
                        "What was read is not stored, and read again: {}",
                        exchange.getException().getMessage());
                reader.notStored();
            }
        } finally {
            releaseExchange(exchange, false);
        }
        return entries.ids().size();
    }

    private void store(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        super.doSuspend();
        awaitWhatIsInHand();
    }

    @Override
    protected void doStop() throws Exception {
        awaitWhatIsInHand();
        super.doStop();
        reader.close();
    }

    /**
     * Camel knows of what its route has, and interrupts the thread that reads: between reading and storing, or storing
     * and acknowledging, that would leave entries to be read twice, and a connection that nobody closes.
     */
    private void awaitWhatIsInHand() throws InterruptedException {
        if (inHand.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
            inHand.unlock();
        }
    }
}
