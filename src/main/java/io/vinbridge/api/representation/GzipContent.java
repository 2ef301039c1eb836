package io.vinbridge.api.representation;

import io.vinbridge.api.http.Content;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Body in gzip (RFC 1952) made of parts that were deflated before. */
final class GzipContent implements Content {

    /** Deflate, no flags, no time, no operating system. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The last block of a stream, with nothing in it; then the CRC-32 and the length. */
    private static final int TAIL = 2 + 4 + 4;

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private final long bytes;

    GzipContent(DeflatedBlock... blocks) {
        int crc = 0;
        long unpacked = 0;
        long packed = HEAD.length + (long) TAIL;
        pieces.add(ByteBuffer.wrap(HEAD));
        for (DeflatedBlock block : blocks) {
            pieces.add(ByteBuffer.wrap(block.bytes()));
            crc = Crc32Join.join(crc, block.crc(), block.length());
            unpacked += block.length();
            packed += block.bytes().length;
        }
        this.bytes = packed;
        pieces.add(ByteBuffer.allocate(TAIL)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 3)
                .put((byte) 0)
                .putInt(crc)
                .putInt((int) unpacked)
                .flip());
    }

    @Override
    public long length() {
        return bytes;
    }

    @Override
    public Iterator<ByteBuffer> pieces() {
        return pieces.iterator();
    }
}
