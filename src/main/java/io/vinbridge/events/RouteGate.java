package io.vinbridge.events;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.springframework.stereotype.Component;

/**
 * Gate between the service and the operator's routes. Until those run for the first time, and while they are exchanged,
 * it is closed, and messages wait: one that found a route missing would be a dead letter, or one attempt nearer to
 * being one.
 */
@Component
public class RouteGate implements Policy {

    private static final int SECONDS_TO_PASS = 5;

    private static final int SECONDS_TO_OPEN = 10;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** The operator's routes run: from now on messages pass. */
    public void open() {
        opened.countDown();
    }

    /**
     * Does what passes messages into routes.
     *
     * @throws IllegalStateException if they do not run yet, and did not begin to while it waited
     */
    public <T> T passing(Supplier<T> pass) {
        enter();
        try {
            return pass.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Exchanges routes while nothing passes. A message that takes very long is not waited for to its end. */
    public void closed(Runnable exchange) {
        boolean closed = close();
        try {
            exchange.run();
        } finally {
            if (closed) {
                lock.writeLock().unlock();
            }
        }
    }

    private void enter() {
        try {
            if (!opened.await(SECONDS_TO_OPEN, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The operator's routes do not run yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node stops before the operator's routes ran", e);
        }
        lock.readLock().lock();
    }

    private boolean close() {
        try {
            return lock.writeLock().tryLock(SECONDS_TO_PASS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing to prepare.
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            enter();
            try {
                processor.process(exchange);
            } finally {
                lock.readLock().unlock();
            }
        };
    }
}
