package io.vinbridge.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Reads requests off a connection, one after the other (RFC 9112). */
final class RequestReader {
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final InputStream in;
    private final Interim interim;

    RequestReader(InputStream in, Interim interim) {
        this.in = in;
        this.interim = interim;
    }

    /** The next request, or null if the caller closed the connection between requests. */
    Request next() throws IOException {
        String line = line();
        while (line != null && line.isEmpty()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new Unreadable(400, "Not an HTTP/1 request: " + line);
        }
        Map<String, String> headers = headers();
        if (parts[2].equals("HTTP/1.0")) {
            headers.putIfAbsent("Connection", "close");
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            interim.carryOn();
        }
        return new Request(parts[0], parts[1], headers, body(headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = required(line()); !line.isEmpty(); line = required(line())) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MOST_HEADERS) {
                throw new Unreadable(400, "Not a header, or too many of them: " + line);
            }
            headers.merge(line.substring(0, colon), line.substring(colon + 1).trim(), (one, two) -> one + ", " + two);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            return chunks();
        }
        String length = headers.get("Content-Length");
        return length == null ? new byte[0] : bytes(size(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + size > LARGEST_BODY) {
                throw new Unreadable(413, "Larger than " + LARGEST_BODY + " bytes");
            }
            body.write(bytes(size));
            required(line());
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = required(line());
        int extension = line.indexOf(';');
        return size(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private static int size(String digits, int radix) throws Unreadable {
        try {
            int size = Integer.parseUnsignedInt(digits.trim(), radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
            throw new Unreadable(413, "Larger than " + LARGEST_BODY + " bytes");
        } catch (NumberFormatException e) {
            throw new Unreadable(400, "Not a length: " + digits);
        }
    }

    private byte[] bytes(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("The caller closed in the middle of a body");
        }
        return bytes;
    }

    private static String required(String line) throws EOFException {
        if (line == null) {
            throw new EOFException("The caller closed in the middle of a request");
        }
        return line;
    }

    /** A line without its end, or null at the end of the stream. */
    private String line() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder(80);
        for (int read = first; read >= 0 && read != '\n'; read = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new Unreadable(431, "A line longer than " + LONGEST_LINE + " bytes");
            }
            line.append((char) read);
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') {
            line.setLength(end);
        }
        return line.toString();
    }

    /** Tells the caller, who waits for it, to go on with the body. */
    @FunctionalInterface
    interface Interim {
        void carryOn() throws IOException;
    }

    /** A request that can't be read; the status is what to answer before closing. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
