package io.vinbridge.api.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a reply, written when the reply is. */
public interface Content {

    /** A reply without a body. */
    Content NONE = of();

    /** Bytes in several pieces, sent one after the other without being copied together. */
    static Content of(byte[]... pieces) {
        return new Content() {
            @Override
            public long length() {
                long length = 0;
                for (byte[] piece : pieces) {
                    length += piece.length;
                }
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                for (byte[] piece : pieces) {
                    out.write(piece);
                }
            }
        };
    }

    /** How many bytes it has; negative where that is known only once they are written. */
    default long length() {
        return -1;
    }

    void writeTo(OutputStream out) throws IOException;
}
