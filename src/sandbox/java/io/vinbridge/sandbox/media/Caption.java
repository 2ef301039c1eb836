package io.vinbridge.sandbox.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts a text into an encoded picture without touching its pixels. */
final class Caption {
    private static final int JPEG_START = 2;
    private static final short JPEG_COMMENT = (short) 0xFFFE;
    private static final int PNG_HEADER_END = 33;
    private static final int CHUNK_TYPE = 4;

    private Caption() {}

    /** A comment segment behind the first segment, which must stay the first. */
    static byte[] inJpeg(byte[] jpeg, String text) {
        byte[] comment = text.getBytes(StandardCharsets.UTF_8);
        int behindFirst = JPEG_START + 2 + ByteBuffer.wrap(jpeg).getShort(JPEG_START + 2);
        byte[] segment = ByteBuffer.allocate(4 + comment.length)
                .putShort(JPEG_COMMENT)
                .putShort((short) (2 + comment.length))
                .put(comment)
                .array();
        return inserted(jpeg, behindFirst, segment);
    }

    /** A text chunk behind the header. */
    static byte[] inPng(byte[] png, String text) {
        byte[] content = ("tEXtComment\0" + text).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        byte[] chunk = ByteBuffer.allocate(8 + content.length)
                .putInt(content.length - CHUNK_TYPE)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
        return inserted(png, PNG_HEADER_END, chunk);
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
