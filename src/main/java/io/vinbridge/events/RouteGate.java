package io.vinbridge.events;

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
 * Where messages pass from the service into the operator's routes. While those are exchanged, it is closed, and messages wait: one that
 * found a route missing would be a dead letter.
 */
@Component
public class RouteGate implements Policy {

    private static final int SECONDS_TO_PASS = 5;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Does what passes messages into routes. */
    public <T> T passing(Supplier<T> pass) {
        lock.readLock().lock();
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
            lock.readLock().lock();
            try {
                processor.process(exchange);
            } finally {
                lock.readLock().unlock();
            }
        };
    }
}
