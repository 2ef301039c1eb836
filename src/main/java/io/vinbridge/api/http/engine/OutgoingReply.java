package io.vinbridge.api.http.engine;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.api.http.bodies.LeastSpeed;
import io.vinbridge.api.http.connection.ConnectionControl;
import io.vinbridge.api.http.connection.LeftRequest;
import io.vinbridge.api.http.connection.PatientEndpoint;
import io.vinbridge.api.http.connection.Transfers;
import io.vinbridge.api.http.connection.Transfers.Transfer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Large reply that is sent as fast as its reader takes it, without a thread while it takes nothing. */
final class OutgoingReply implements WriteListener, Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingReply.class);

    /** What one write hands over at most: what the network does not take, the container copies. */
    private static final int STEP = 32 * 1024;

    /** Less than what the network takes before its client does: most vehicles, which cost a tenth more to send so. */
    private static final long LARGE = PatientEndpoint.SEND_BUFFER_BYTES / 4 * 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Transfers transfers;
    private final LeastSpeed speed;
    private final ServletOutputStream out;
    private final AsyncContext async;
    private Iterator<ByteBuffer> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean flushed;
    private boolean ended;

    private OutgoingReply(
            Content content,
            HttpServletRequest request,
            HttpServletResponse response,
            Transfers transfers,
            HttpSettings settings)
            throws IOException {
        this.pieces = content.pieces();
        this.transfers = transfers;
        this.speed = new LeastSpeed(settings);
        this.out = response.getOutputStream();
        this.async = request.startAsync();
    }

    /** Whether it may be more than the network takes at once. */
    static boolean large(Content content) {
        return content.length() < 0 || content.length() > LARGE;
    }

    static void send(
            Content content,
            HttpServletRequest request,
            HttpServletResponse response,
            Transfers transfers,
            HttpSettings settings)
            throws IOException {
        OutgoingReply reply = new OutgoingReply(content, request, response, transfers, settings);
        reply.async.setTimeout(0);
        LeftRequest.of(reply.async);
        transfers.begun(reply);
        reply.out.setWriteListener(reply);
    }

    @Override
    public void onWritePossible() throws IOException {
        lock.lock();
        try {
            while (!ended && out.isReady()) {
                if (next()) {
                    int length = Math.min(STEP, piece.remaining());
                    out.write(piece.array(), piece.arrayOffset() + piece.position(), length);
                    piece.position(piece.position() + length);
                    speed.count(length);
                } else if (flushed) {
                    end();
                } else {
                    // What is left is sent now; the container, when it is done, would wait until it is taken.
                    flushed = true;
                    out.flush();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean next() {
        while (!piece.hasRemaining() && pieces.hasNext()) {
            piece = pieces.next().duplicate();
        }
        return piece.hasRemaining();
    }

    @Override
    public void onError(Throwable gone) {
        LOG.debug("A client left amid its answer", gone);
        lock.lock();
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    /** A reader that is too slow loses its connection: it sees that the answer is cut. */
    @Override
    public void look(long now) {
        lock.lock();
        try {
            if (speed.missed(now)) {
                giveWay();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public double pace(long now) {
        return speed.pace(now);
    }

    @Override
    public void giveWay() {
        lock.lock();
        try {
            if (!ended) {
                ConnectionControl.closeNow(async.getRequest(), "the answer is taken too slowly");
                end();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            pieces = Collections.emptyIterator();
            transfers.ended(this);
            async.complete();
        }
    }
}
