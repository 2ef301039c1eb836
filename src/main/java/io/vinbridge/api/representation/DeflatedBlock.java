package io.vinbridge.api.representation;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Part of a gzip body: deflate blocks (RFC 1951) that end at a byte and refer to nothing before them, so that parts
 * which were deflated at different times make one stream.
 *
 * @param bytes the blocks, none of them the last of a stream; nobody changes the array
 * @param crc CRC-32 of what they hold
 * @param length bytes of what they hold
 */
public record DeflatedBlock(byte[] bytes, int crc, long length) {

    /** What is larger than that is worth the time that deflating takes. */
    private static final int SMALL = 4 * 1024;

    private static final int LARGEST_STORED = 0xffff;

    /** For what many readers get. */
    static DeflatedBlock thorough(byte[] content, int from) {
        return deflated(content, from, Deflater.DEFAULT_COMPRESSION);
    }

    /** For what one reader gets: deflating some hundred bytes would cost more than all else about a read. */
    static DeflatedBlock cheap(byte[] content) {
        return content.length > SMALL ? deflated(content, 0, Deflater.BEST_SPEED) : stored(content);
    }

    private static DeflatedBlock deflated(byte[] content, int from, int level) {
        Deflater deflater = new Deflater(level, true);
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 6 + 64);
            byte[] some = new byte[8192];
            deflater.setInput(content, from, content.length - from);
            int made;
            do {
                made = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
                packed.write(some, 0, made);
            } while (made == some.length);
            return of(packed.toByteArray(), content, from);
        } finally {
            deflater.end();
        }
    }

    /**
     * Blocks without compression (RFC 1951, 3.2.4): their lengths, once as they are and once with all bits turned, then
     * the bytes.
     */
    private static DeflatedBlock stored(byte[] content) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(content.length + 16);
        for (int at = 0; at < content.length; at += LARGEST_STORED) {
            int length = Math.min(LARGEST_STORED, content.length - at);
            blocks.write(0);
            blocks.write(length);
            blocks.write(length >>> 8);
            blocks.write(~length);
            blocks.write(~length >>> 8);
            blocks.write(content, at, length);
        }
        return of(blocks.toByteArray(), content, 0);
    }

    private static DeflatedBlock of(byte[] blocks, byte[] content, int from) {
        CRC32 crc = new CRC32();
        crc.update(content, from, content.length - from);
        return new DeflatedBlock(blocks, (int) crc.getValue(), content.length - (long) from);
    }
}
