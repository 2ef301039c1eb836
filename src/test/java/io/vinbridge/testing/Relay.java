package io.vinbridge.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A door between a client and a server, which can be shut, and whose connections can be made half open: alive, and
 * silent for ever.
 */
public final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final AtomicInteger frozen = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private ServerSocket door;
    private volatile long millis;

    /** A door to a port of this machine, shut at first. */
    public Relay(int target) {
        this.target = target;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Lets connections in. */
    public void open() {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    /**
     * From now on nothing comes through the connections there are, in either direction, and nobody is told; new ones
     * are as they should be.
     */
    public void freeze() {
        frozen.set(opened.get());
    }

    /** From now on everything that the server says comes so much later. */
    public void delay(Duration by) {
        millis = by.toMillis();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                int number = opened.incrementAndGet();
                thread(() -> pump(number, client, server, () -> 0));
                thread(() -> pump(number, server, client, () -> millis));
            }
        } catch (IOException e) {
            // The door is shut.
        }
    }

    /** What comes later is written in the order in which it came: the queue of a clock keeps that. */
    private void pump(int number, Socket from, Socket to, LongSupplier delay) {
        byte[] bytes = new byte[8192];
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Relay::daemon);
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int some = in.read(bytes); some >= 0; some = in.read(bytes)) {
                if (number > frozen.get()) {
                    byte[] said = Arrays.copyOf(bytes, some);
                    var unused = clock.schedule(() -> write(to, said), delay.getAsLong(), TimeUnit.MILLISECONDS);
                }
            }
            clock.shutdown();
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (IOException e) {
            // The other side is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdownNow();
        }
    }

    private static void write(Socket to, byte[] said) {
        try {
            to.getOutputStream().write(said);
            to.getOutputStream().flush();
        } catch (IOException e) {
            // It has gone meanwhile.
        }
    }

    private static Thread daemon(Runnable act) {
        Thread thread = new Thread(act, "relay");
        thread.setDaemon(true);
        return thread;
    }

    private static void thread(Runnable act) {
        daemon(act).start();
    }
}
