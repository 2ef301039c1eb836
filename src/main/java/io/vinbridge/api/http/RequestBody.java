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

    private RequestBody(HttpServletRequest request, HttpSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    /** Null where there is none: asking a bodyless request for its stream is not free. */
    static RequestBody of(HttpServletRequest request, HttpSettings settings) {
        long announced = request.getContentLengthLong();
        boolean none = announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null);
        return none ? null : new RequestBody(request, settings);
    }

    /** What it says it is, without parameters, in lower case; empty where it says nothing. */
    public String type() {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * All of it.
     *
     * @throws Failure if it is larger than a body may be
     */
    public byte[] bytes() {
        try {
            return stream(settings.largestBody().toBytes()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
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
