package io.vinbridge.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes replies onto a connection (RFC 9112). */
final class ReplyWriter {
    private final OutputStream out;
    private final boolean withBody;

    /** For an answer to HEAD the body is left out, and its length still told. */
    ReplyWriter(OutputStream out, boolean withBody) {
        this.out = out;
        this.withBody = withBody;
    }

    void write(Reply reply) throws IOException {
        boolean bodiless = reply.status() == 304;
        long length = reply.content().length();
        writeHead(reply, bodiless ? "" : length < 0 ? "Transfer-Encoding: chunked\r\n" : lengthOf(length));
        if (withBody && !bodiless) {
            OutputStream paced = DrippingBody.to(out, reply.manner().bytesPerSecond());
            if (length < 0) {
                Chunks chunks = new Chunks(paced);
                reply.content().writeTo(chunks);
                chunks.finish();
            } else {
                reply.content().writeTo(paced);
            }
        }
        out.flush();
    }

    /** Announces the whole body and writes half of it. */
    void writeHalf(Reply reply) throws IOException {
        byte[] body = reply.content().bytes();
        writeHead(reply, lengthOf(body.length));
        DrippingBody.to(out, reply.manner().bytesPerSecond()).write(Arrays.copyOf(body, body.length / 2));
        out.flush();
    }

    private void writeHead(Reply reply, String length) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ');
        head.append(reason(reply.status())).append("\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append(length).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String lengthOf(long bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }

    /** Puts what is written into chunks, so that the length need not be known. */
    private static final class Chunks extends OutputStream {
        private final OutputStream out;

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(bytes, offset, length);
                out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        void finish() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
