package io.vinbridge.sandbox.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Listens on the loopback address alone and serves every connection on a thread of its own. */
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket listener = new ServerSocket();
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpServer::named);

    private HttpServer(Handler handler) throws IOException {
        this.handler = handler;
    }

    /** Starts on a port, 0 for any free one. Fails with a {@link java.net.BindException} if the port is taken. */
    public static HttpServer start(int port, Handler handler) throws IOException {
        HttpServer server = new HttpServer(handler);
        try {
            server.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        server.threads.execute(server::acceptUntilClosed);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Closes every connection, even those in the middle of a reply. */
    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void acceptUntilClosed() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException closed) {
                // Closing is how the loop is ended; any other trouble of one caller must not keep the next one out.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        open.add(socket);
        try {
            threads.execute(() -> {
                new Connection(socket, handler).run();
                open.remove(socket);
            });
        } catch (RejectedExecutionException closed) {
            socket.close();
        }
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
