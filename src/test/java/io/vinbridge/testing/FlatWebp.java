package io.vinbridge.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A lossless WebP of one color, whose pixels take no bits at all: a header, no transform, and five codes of one symbol
 * each.
 */
public final class FlatWebp {

    private FlatWebp() {}

    /** The file, of a size in pixels. */
    public static byte[] of(int width, int height) {
        long size = width - 1 | (long) (height - 1) << 14;
        BigInteger codes = new BigInteger("00010001000100010001", 2);
        byte[] bits = codes.shiftLeft(35).or(BigInteger.valueOf(size)).toByteArray();
        ByteBuffer file = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(52);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(39).put((byte) 0x2f);
        for (int i = bits.length - 1; i >= 0; i--) {
            file.put(bits[i]);
        }
        return file.array();
    }
}
