package io.vinbridge.api.http;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A request's body, read by the route that wants it: whole, or as it comes in. */
public final class RequestBody {

    private final HttpServletRequest request;
    private final HttpSettings settings;
    private final BodyMemoryLimit room;
    private int taken;

    private RequestBody(HttpServletRequest request, HttpSettings settings, BodyMemoryLimit room) {
        this.request = request;
        this.settings = settings;
        this.room = room;
    }

    /** Null where there is none: asking a bodyless request for its stream is not free. */
    static RequestBody of(HttpServletRequest request, HttpSettings settings, BodyMemoryLimit room) {
        long announced = request.getContentLengthLong();
        boolean none = announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null);
        return none ? null : new RequestBody(request, settings, room);
    }

    /** What it says it is, without parameters, in lower case; empty where it says nothing. */
    public String type() {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * All of it.
     *
     * @throws Failure if it is larger than a body may be, or there is no room for it now
     */
    public byte[] bytes() {
        long largest = settings.largestBody().toBytes();
        InputStream whole = stream(largest);
        long announced = request.getContentLengthLong();
        taken += room.take(announced < 0 ? largest : announced, taken);
        try {
            return whole.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
    }

    /**
     * What was read of it will take as much memory as a body of so many bytes more.
     *
     * @throws Failure if there is no room for that now
     */
    public void weighs(int more) {
        taken += room.take(more, taken);
    }

    /** The request is answered, and nothing of its body is held any more. */
    void done() {
        room.giveBack(taken);
    }

    /** It as it comes in; reading fails with a {@link Failure} where it is larger than an import may be. */
    public InputStream stream() {
        return stream(settings.largestImport().toBytes());
    }

    private InputStream stream(long largest) {
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(largest);
        }
        try {
            return new Bounded(request.getInputStream(), largest);
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
    }

    private static Failure tooLarge(long largest) {
        return new Failure(Reason.TOO_LARGE, "The body is larger than " + largest + " bytes");
    }

    private static final class Bounded extends FilterInputStream {

        private final long largest;
        private long read;

        Bounded(InputStream in, long largest) {
            super(in);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > largest) {
                throw tooLarge(largest);
            }
        }
    }
}
