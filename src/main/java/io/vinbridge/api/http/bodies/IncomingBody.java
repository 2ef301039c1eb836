package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.connection.ConnectionControl;
import io.vinbridge.api.http.connection.LeftRequest;
import io.vinbridge.api.http.connection.Transfers.Transfer;
import io.vinbridge.tracing.Correlation;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Body that is received as its bytes come, without a thread while none do; once it is there, its request goes on. A
 * body that nobody wants is read all the same, up to the largest that is taken: a client reads its answer only once it
 * has sent what it was sending (RFC 9112, 9.6), and if the connection were closed before, the answer would be lost.
 */
final class IncomingBody implements ReadListener, Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingBody.class);
    private static final int STEP = 8192;

    private enum State {
        RECEIVING,
        DISCARDING,
        ENDED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final BodyIntake intake;
    private final ReceivedBody received;
    private final ServletInputStream in;
    private final LeastSpeed speed;
    private final AsyncContext async;
    private State state;
    private long discarded;
    private long waitsSince;

    /** Null for {@code received} where nobody wants it. */
    IncomingBody(HttpServletRequest request, HttpServletResponse response, BodyIntake intake, ReceivedBody received)
            throws IOException {
        this.request = request;
        this.response = response;
        this.intake = intake;
        this.received = received;
        this.state = received == null ? State.DISCARDING : State.RECEIVING;
        this.speed = new LeastSpeed(intake.settings());
        this.in = request.getInputStream();
        this.async = request.startAsync(request, response);
    }

    void begin() {
        async.setTimeout(0);
        LeftRequest.of(async);
        intake.transfers().begun(this);
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        lock.lock();
        try {
            readOn();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onAllDataRead() {
        lock.lock();
        try {
            finish();
        } finally {
            lock.unlock();
        }
    }

    /** The client is gone: nobody is there to be told. */
    @Override
    public void onError(Throwable gone) {
        LOG.debug("A client left amid its body", gone);
        lock.lock();
        try {
            if (state != State.ENDED) {
                end();
                if (received != null) {
                    received.discard();
                }
                async.complete();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void look(long now) {
        lock.lock();
        try {
            if (state == State.ENDED) {
                return;
            }
            boolean late = speed.missed(now)
                    || ((received == null || !received.list())
                            && speed.olderThan(intake.settings().bodyWithin(), now));
            if (late && state == State.RECEIVING) {
                refuse(intake.problems()::tooSlow);
            }
            if (late) {
                abort();
            } else if (waitsSince != 0 && now - waitsSince > BodyRoom.PATIENCE.toNanos()) {
                waitsSince = 0;
                refuse(() -> intake.problems().reply(BodyRoom.none()));
                readOn();
            } else if (waitsSince != 0) {
                readOn();
            }
        } catch (IOException e) {
            onError(e);
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
            if (state == State.RECEIVING) {
                refuse(() -> intake.problems().reply(BodyRoom.none()));
            }
            if (state != State.ENDED) {
                abort();
            }
        } catch (IOException e) {
            onError(e);
        } finally {
            lock.unlock();
        }
    }

    private void readOn() throws IOException {
        byte[] buffer = new byte[STEP];
        while (state != State.ENDED && hasRoom() && in.isReady()) {
            int some = in.read(buffer);
            if (some < 0) {
                break;
            }
            speed.count(some);
            if (state == State.DISCARDING) {
                discarded += some;
                if (discarded > 2 * intake.settings().largestBody().toBytes()) {
                    abort();
                }
            } else if (!received.add(buffer, some)) {
                refuse(() -> intake.problems().reply(RequestBody.tooLarge(received.largest())));
            }
        }
        if (state != State.ENDED && in.isFinished()) {
            finish();
        }
    }

    private boolean hasRoom() {
        boolean has = state != State.RECEIVING || received.makeRoom(STEP);
        if (has) {
            waitsSince = 0;
        } else if (waitsSince == 0) {
            waitsSince = System.nanoTime();
        }
        return has;
    }

    private void finish() {
        if (state == State.RECEIVING) {
            end();
            request.setAttribute(ReceivedBody.ATTRIBUTE, received);
            async.dispatch();
        } else if (state == State.DISCARDING) {
            end();
            async.complete();
        }
    }

    /** What it was to be answered with is sent now; what comes is read on, and kept no more. */
    private void refuse(Supplier<Reply> reply) throws IOException {
        state = State.DISCARDING;
        received.discard();
        Correlation.under(response.getHeader(Correlation.HEADER), reply).writeTo(response);
        response.flushBuffer();
    }

    private void abort() {
        end();
        ConnectionControl.closeAfterAnswer(request);
        async.complete();
    }

    private void end() {
        state = State.ENDED;
        intake.transfers().ended(this);
    }
}
