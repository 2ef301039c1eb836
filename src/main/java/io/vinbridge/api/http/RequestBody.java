package io.vinbridge.api.http;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request's body, read by the route that wants it: whole, or as it comes in. */
public final class RequestBody {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)", Pattern.CASE_INSENSITIVE);

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
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The character set that it says it is in; null where it says none. */
    public String charset() {
        String type = request.getContentType();
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        return charset.find() ? charset.group(1) : null;
    }

    /** The headers beside it whose names begin so, by the rest of their names in lower case. */
    public Map<String, String> headers(String prefix) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                headers.put(name.toLowerCase(Locale.ROOT).substring(prefix.length()), request.getHeader(name));
            }
        }
        return headers;
    }

    /**
     * All of it, unpacked.
     *
     * @throws Failure if it is larger than a body may be, or there is no room for it now
     */
    public byte[] bytes() {
        long largest = settings.largestBody().toBytes();
        InputStream whole = stream(largest);
        long announced = request.getContentLengthLong();
        taken += room.take(announced < 0 || packed() ? largest : announced, taken);
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
            InputStream sent = new Bounded(request.getInputStream(), largest);
            return packed() ? new Bounded(new UnpackedStream(sent), largest) : sent;
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
    }

    /**
     * Whether it is packed, as its content coding says.
     *
     * @throws Failure if that is another than gzip: it must not be taken for text
     */
    private boolean packed() {
        List<String> codings = Collections.list(request.getHeaders("Content-Encoding")).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.isEmpty()) {
            return false;
        }
        if (codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"))) {
            return true;
        }
        throw new Failure(
                Reason.UNSUPPORTED_MEDIA_TYPE,
                "The content coding " + String.join(", ", codings) + " is not unpacked; send it as it is, or by gzip");
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
