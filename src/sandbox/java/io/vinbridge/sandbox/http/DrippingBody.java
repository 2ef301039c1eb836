package io.vinbridge.sandbox.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Lets a body drip: ten slices a second, each flushed. */
final class DrippingBody extends OutputStream {
    private static final int SLICES_PER_SECOND = 10;

    private final OutputStream out;
    private final int slice;

    private DrippingBody(OutputStream out, int slice) {
        this.out = out;
        this.slice = slice;
    }

    /** The stream itself if no pace is set. */
    static OutputStream to(OutputStream out, int bytesPerSecond) {
        return bytesPerSecond <= 0 ? out : new DrippingBody(out, Math.max(1, bytesPerSecond / SLICES_PER_SECOND));
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = 0; at < length; at += slice) {
            out.write(bytes, offset + at, Math.min(slice, length - at));
            out.flush();
            pause();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(1000 / SLICES_PER_SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server closes");
        }
    }
}
