package io.vinbridge.api.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a reply, written when the reply is. */
public interface Content {

    /** A reply without a body. */
    Content NONE = of(new byte[0]);

    static Content of(byte[] bytes) {
        return spliced(bytes, bytes, bytes.length);
    }

    /** Bytes of one's own, and of another array those from {@code from} on, which stays as it is. */
    static Content spliced(byte[] first, byte[] second, int from) {
        return new Content() {
            @Override
            public long length() {
                return (long) first.length + second.length - from;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(first);
                out.write(second, from, second.length - from);
            }
        };
    }

    /** Some of an array's bytes; the array stays as it is. */
    static Content part(byte[] bytes, int from, int length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    /** How many bytes it has; negative where that is known only once they are written. */
    default long length() {
        return -1;
    }

    void writeTo(OutputStream out) throws IOException;
}
