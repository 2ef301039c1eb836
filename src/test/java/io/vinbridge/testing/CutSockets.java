package io.vinbridge.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * Sockets of pgjdbc ({@code socketFactory} in its address), one of which breaks where threads of one kind have said so
 * much to the database. Each time that such a thread says something is a statement, or the part of one that fits into
 * the driver's buffer.
 */
public final class CutSockets extends SocketFactory {

    /** How it breaks. */
    public enum Cut {
        /** The statement never arrives. */
        BEFORE,
        /** The statement is carried out, and its answer never arrives. */
        AFTER,
        /** The statement never arrives, and the thread that said it ends by an error. */
        THREAD
    }

    private static final AtomicInteger SAID = new AtomicInteger();
    private static volatile String threads = "none";
    private static volatile int at;
    private static volatile Cut cut = Cut.BEFORE;

    /**
     * Breaks a connection when threads whose names have {@code threads} in them say something for the {@code at}th time
     * from now on.
     */
    public static void arm(String threads, int at, Cut cut) {
        CutSockets.threads = "none";
        CutSockets.at = at;
        CutSockets.cut = cut;
        SAID.set(0);
        CutSockets.threads = threads;
    }

    /** True if something was cut since. */
    public static boolean hasCut() {
        return SAID.get() >= at;
    }

    /** Breaks nothing from now on. */
    public static void disarm() {
        threads = "none";
    }

    @Override
    public Socket createSocket() {
        return new CutSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("pgjdbc connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private static final class CutSocket extends Socket {

        private volatile boolean answersLost;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (Thread.currentThread().getName().contains(threads) && SAID.incrementAndGet() == at) {
                        breakNow();
                    }
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int some = super.read(bytes, from, length);
                    if (answersLost) {
                        close();
                        throw new SocketException("cut before the answer");
                    }
                    return some;
                }
            };
        }

        private void breakNow() throws IOException {
            if (cut == Cut.AFTER) {
                answersLost = true;
                return;
            }
            close();
            if (cut == Cut.THREAD) {
                throw new AssertionError("the thread ends");
            }
            throw new SocketException("cut before the statement");
        }
    }
}
