package io.vinbridge.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The body of a reply, in pieces that are made when their turn to be written comes. */
public interface Content {

    /** A reply without a body. */
    Content NONE = of(new byte[0]);

    static Content of(byte[] bytes) {
        return part(bytes, 0, bytes.length);
    }

    /** Some of an array's bytes; the array stays as it is. */
    static Content part(byte[] bytes, int from, int length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public Iterator<ByteBuffer> pieces() {
                return List.of(ByteBuffer.wrap(bytes, from, length)).iterator();
            }
        };
    }

    /** How many bytes it has; negative where that is known only once they are made. */
    default long length() {
        return -1;
    }

    /** Buffers with an array each, which nobody changes. */
    Iterator<ByteBuffer> pieces();

    /** The same in gzip where that is at hand, and need not be made for this reader; else empty. */
    default Optional<Content> gzip() {
        return Optional.empty();
    }

    default void writeTo(OutputStream out) throws IOException {
        for (Iterator<ByteBuffer> pieces = pieces(); pieces.hasNext(); ) {
            ByteBuffer piece = pieces.next();
            out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        }
    }
}
