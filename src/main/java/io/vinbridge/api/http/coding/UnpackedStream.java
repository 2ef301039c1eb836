package io.vinbridge.api.http.coding;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Body that came packed by gzip, as it is unpacked: piece by piece, so that whoever reads it can stop where there is
 * too much.
 */
public final class UnpackedStream extends FilterInputStream {

    private final long largest;
    private final Supplier<Failure> tooLarge;
    private long read;

    /** Unpacks at most so many bytes: reading more fails with what {@code tooLarge} gives. */
    public UnpackedStream(InputStream packed, long largest, Supplier<Failure> tooLarge) throws IOException {
        super(opened(packed));
        this.largest = largest;
        this.tooLarge = tooLarge;
    }

    private static InputStream opened(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, 8192);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        try {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            int some = super.read(into, from, most);
            count(some);
            return some;
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    private void count(int more) {
        read += Math.max(0, more);
        if (read > largest) {
            throw tooLarge.get();
        }
    }

    private static Failure broken() {
        return new Failure(
                Reason.INVALID_REQUEST, "The body is not packed by gzip as Content-Encoding says, or breaks off");
    }
}
