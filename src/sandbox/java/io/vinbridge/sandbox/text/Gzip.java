package io.vinbridge.sandbox.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses quickly. A deflate stream may be made of parts if all but the last end on a byte, so that a part need not
 * be compressed again.
 */
public final class Gzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

    private Gzip() {}

    /** The gzip stream of a whole, in parts. */
    public static byte[][] compressed(byte[] whole) {
        return compressed(new byte[0], whole, deflatedEnd(whole));
    }

    /** The gzip stream of a start followed by an end, in parts; the end comes with its {@link #deflatedEnd}. */
    public static byte[][] compressed(byte[] start, byte[] end, byte[] deflatedEnd) {
        CRC32 checksum = new CRC32();
        checksum.update(start);
        checksum.update(end);
        ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        trailer.putInt((int) checksum.getValue()).putInt(start.length + end.length);
        return new byte[][] {HEADER, deflated(start, false), deflatedEnd, trailer.array()};
    }

    /** The last part of a deflate stream. */
    public static byte[] deflatedEnd(byte[] end) {
        return deflated(end, true);
    }

    private static byte[] deflated(byte[] part, boolean last) {
        if (part.length == 0 && !last) {
            return part;
        }
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(part);
        if (last) {
            deflater.finish();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.length / 5 + 64);
        byte[] buffer = new byte[8192];
        int count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        while (count > 0) {
            out.write(buffer, 0, count);
            // A full buffer may have ended the flush just there: asking again would then write an empty block for ever.
            count = count < buffer.length ? 0 : deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        }
        return out.toByteArray();
    }
}
