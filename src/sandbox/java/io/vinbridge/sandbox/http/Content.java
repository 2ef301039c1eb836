package io.vinbridge.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The body of a reply. One that writes itself as it goes has no length and is sent in chunks, so that it may be larger
 * than memory.
 */
@FunctionalInterface
public interface Content {

    void writeTo(OutputStream out) throws IOException;

    /** The length in bytes, negative if it is not known. */
    default long length() {
        return -1;
    }

    /** The body as a whole; not for endless ones. */
    default byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A body made of parts in a row. The arrays are not copied: don't change them. */
    static Content of(byte[]... parts) {
        long length = Arrays.stream(parts).mapToLong(part -> part.length).sum();
        return new Content() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (byte[] part : parts) {
                    out.write(part);
                }
            }

            @Override
            public long length() {
                return length;
            }
        };
    }
}
