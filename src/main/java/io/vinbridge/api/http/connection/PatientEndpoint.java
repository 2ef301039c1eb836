package io.vinbridge.api.http.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketProperties;
import org.apache.tomcat.util.threads.TaskThread;
import org.apache.tomcat.util.threads.TaskThreadFactory;

/**
 * Endpoint on which few of the container's threads at once wait for a client to take its answer. A small answer never
 * waits, as the network has room for it, unless the client sends one request after another and reads no answer; without
 * a bound such clients would hold every thread for as long as the write timeout.
 */
public final class PatientEndpoint extends NioEndpoint {

    private static final int POOLED = 64;
    private static final int PART_OF_THREADS = 8;

    /**
     * What the network takes of an answer before its client takes it: one vehicle and more. Of its own accord it takes
     * megabytes, which have to be made, and held outside the heap, for each client that takes nothing.
     */
    public static final int SEND_BUFFER_BYTES = 128 * 1024;

    private volatile Semaphore waiting;

    private PatientEndpoint() {
        // Without a pool of channels there is no other way to have one of ours.
        getSocketProperties().setBufferPool(POOLED);
        getSocketProperties().setTxBufSize(SEND_BUFFER_BYTES);
    }

    @Override
    public void bind() throws Exception {
        waiting = new Semaphore(Math.max(1, getMaxThreads() / PART_OF_THREADS));
        super.bind();
    }

    @Override
    public void createExecutor() {
        setExecutor(IdleThreadStack.pool(
                getMinSpareThreads(),
                getMaxThreads(),
                getThreadsMaxIdleTime(),
                new TaskThreadFactory(getName() + "-exec-", getDaemon(), getThreadPriority())));
        // It ends with the endpoint.
        internalExecutor = true;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!isSSLEnabled()) {
            NioChannel channel = getNioChannels().pop();
            getNioChannels().push(channel == null ? new Channel(buffers(getSocketProperties()), waiting) : channel);
        }
        return super.setSocketOptions(socket);
    }

    private static SocketBufferHandler buffers(SocketProperties properties) {
        return new SocketBufferHandler(
                properties.getAppReadBufSize(), properties.getAppWriteBufSize(), properties.getDirectBuffer());
    }

    /** HTTP over it. */
    public static final class Protocol extends Http11NioProtocol {

        /** Of the buffer between an answer and the network's own, for which each request holds three times as much. */
        private static final int BUFFER_BYTES = 2048;

        public Protocol() {
            super(new PatientEndpoint());
        }

        @Override
        public int getDesiredBufferSize() {
            return BUFFER_BYTES;
        }
    }

    private static final class Channel extends NioChannel {

        private static final StackWalker CALLERS = StackWalker.getInstance();
        private static final int FRAMES = 10;

        private final Semaphore places;
        private boolean waits;

        Channel(SocketBufferHandler buffers, Semaphore places) {
            super(buffers);
            this.places = places;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int written = super.write(bytes);
            if (written > 0) {
                stopWaiting();
            } else if (bytes.hasRemaining() && !waits && holdsAThread()) {
                if (!places.tryAcquire()) {
                    throw new SocketTimeoutException("the client takes no answers");
                }
                waits = true;
            }
            return written;
        }

        /** Asked seldom: whether the container's thread waits is in nothing but the name of the method that called. */
        private static boolean holdsAThread() {
            return Thread.currentThread() instanceof TaskThread
                    && CALLERS.walk(frames -> frames.limit(FRAMES)
                            .noneMatch(frame -> frame.getMethodName().contains("NonBlocking")));
        }

        private synchronized void stopWaiting() {
            if (waits) {
                waits = false;
                places.release();
            }
        }

        @Override
        public void close() throws IOException {
            stopWaiting();
            super.close();
        }

        @Override
        public void close(boolean force) throws IOException {
            stopWaiting();
            super.close(force);
        }

        @Override
        public void free() {
            stopWaiting();
            super.free();
        }
    }
}
