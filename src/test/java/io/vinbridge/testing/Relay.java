package io.vinbridge.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** A door between a client and a server, which can be shut, and whose connections can be made half open: alive, and silent for ever. */
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

    /** From now on nothing comes through the connections there are, in either direction, and nobody is told; new ones are as they should be. */
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

    private void pump(int number, Socket from, Socket to, LongSupplier delay) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int some = in.read(bytes); some >= 0; some = in.read(bytes)) {
                if (number > frozen.get()) {
                    Thread.sleep(delay.getAsLong());
                    to.getOutputStream().write(bytes, 0, some);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable act) {
        Thread thread = new Thread(act, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
