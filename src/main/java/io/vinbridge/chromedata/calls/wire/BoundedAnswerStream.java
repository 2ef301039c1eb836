package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.chromedata.ChromeDataSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Stream of an answer's bytes with bounds of size and time: unpacked if it came packed, kept as gzip on the side, and
 * given up once it is larger or slower than any answer should be. A read time-out alone bounds only silence: a service
 * that drips bytes would hold its caller for ever.
 */
public final class BoundedAnswerStream extends FilterInputStream {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final ByteArrayOutputStream packed;
    private final OutputStream packing;
    private final long largest;
    private final long deadline;
    private long unpacked;

    private BoundedAnswerStream(
            InputStream unpacking, ByteArrayOutputStream packed, OutputStream packing, long largest, Duration longest) {
        super(unpacking);
        this.packed = packed;
        this.packing = packing;
        this.largest = largest;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    /** An answer of which nobody wants the bytes. */
    public static BoundedAnswerStream unkept(InputStream wire, ChromeDataSettings settings) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(wire, 16 * 1024);
        return new BoundedAnswerStream(
                comesPacked(bytes) ? new GZIPInputStream(bytes, 8 * 1024) : bytes,
                new ByteArrayOutputStream(0),
                OutputStream.nullOutputStream(),
                settings.largestAnswer().toBytes(),
                settings.longestAnswer());
    }

    /** An answer that is kept as gzip while it is read. */
    public static BoundedAnswerStream of(InputStream wire, ChromeDataSettings settings) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(wire, 16 * 1024);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(16 * 1024);
        boolean gzip = comesPacked(bytes);
        long largest = settings.largestAnswer().toBytes();
        if (gzip) {
            InputStream unpacking = new GZIPInputStream(new Copied(bytes, packed), 8 * 1024);
            return new BoundedAnswerStream(
                    unpacking, packed, OutputStream.nullOutputStream(), largest, settings.longestAnswer());
        }
        return new BoundedAnswerStream(bytes, packed, fastGzip(packed), largest, settings.longestAnswer());
    }

    /** That is seen from the bytes: services answer either way, whatever they were asked for. */
    private static boolean comesPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = (bytes.read() << 8 | bytes.read()) == GZIP_MAGIC;
        bytes.reset();
        return gzip;
    }

    /** All that was read so far, as gzip; to be asked for once, after the last read. */
    public byte[] packed() {
        try {
            packing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            packing.write(into, from, read);
            unpacked += read;
        }
        if (unpacked > largest) {
            throw new TooMuch("the answer is larger than " + largest + " bytes (vinbridge.chromedata.largest-answer)");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("the answer took longer than vinbridge.chromedata.longest-answer");
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private static OutputStream fastGzip(OutputStream packed) throws IOException {
        return new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    /** The answer is no answer for its size: trying again would bring the same. */
    public static final class TooMuch extends IOException {
        TooMuch(String message) {
            super(message);
        }
    }

    private static final class Copied extends FilterInputStream {
        private final OutputStream copy;

        Copied(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            if (read > 0) {
                copy.write(into, from, read);
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                copy.write(read);
            }
            return read;
        }
    }
}
