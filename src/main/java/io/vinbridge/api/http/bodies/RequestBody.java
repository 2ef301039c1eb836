package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.api.http.coding.UnpackedStream;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Body of a request, which was received before its route began; but for one that announced to be larger than it may be.
 */
public final class RequestBody {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final int PIECE = 16_384;

    private final HttpServletRequest request;
    private final HttpSettings settings;
    private final ReceivedBody received;

    private RequestBody(HttpServletRequest request, HttpSettings settings) {
        this.request = request;
        this.settings = settings;
        this.received = (ReceivedBody) request.getAttribute(ReceivedBody.ATTRIBUTE);
    }

    /** Null where there is none. */
    public static RequestBody of(HttpServletRequest request, HttpSettings settings) {
        return BodyIntake.hasBody(request) ? new RequestBody(request, settings) : null;
    }

    /** Media type without parameters, in lower case; empty if the request has none. */
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
        if (received == null) {
            throw tooLarge(largest);
        }
        return packed() ? unpacked(largest) : received.bytes();
    }

    /** Memory is taken piece by piece: how large it becomes, only unpacking tells. */
    private byte[] unpacked(long largest) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in =
                new UnpackedStream(new ByteArrayInputStream(received.bytes()), largest, () -> tooLarge(largest))) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                received.reserve(length);
                whole.write(piece, 0, length);
            }
            return whole.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a received body cannot be read", e);
        }
    }

    /**
     * Reserves memory for objects that weigh so many bytes more than the body.
     *
     * @throws Failure if there is no room for that now
     */
    public void reserveMemory(int more) {
        received.reserve(more);
    }

    /** The request is answered, and nothing of its body is held any more. */
    public void done() {
        if (received != null) {
            received.discard();
        }
    }

    /**
     * It as a stream, unpacked, for what may be larger than memory; each call begins anew.
     *
     * @throws Failure if it is larger than a list may be; unpacked, reading tells that
     */
    public InputStream stream() {
        long largest = settings.largestImport().toBytes();
        if (received == null) {
            throw tooLarge(largest);
        }
        try {
            return packed() ? new UnpackedStream(received.read(), largest, () -> tooLarge(largest)) : received.read();
        } catch (IOException e) {
            throw new UncheckedIOException("a received body cannot be read", e);
        }
    }

    /**
     * Copies it into a file, unpacked. Room is taken piece by piece: a small body may unpack to a large one.
     *
     * @throws Failure if it is larger than a list may be, or there is no room for it now
     */
    public void copyTo(Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = stream();
                OutputStream out = Files.newOutputStream(file)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                received.reserve(length);
                out.write(piece, 0, length);
            }
        }
    }

    /**
     * True if it is packed, as its content coding says.
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

    static Failure tooLarge(long largest) {
        return new Failure(Reason.TOO_LARGE, "The body is larger than " + largest + " bytes");
    }
}
