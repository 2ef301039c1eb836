package io.vinbridge.chromedata;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** An answer whose connection fails after these bytes. */
public final class BrokenOff extends FilterInputStream {

    private final IOException failure;

    public BrokenOff(byte[] start, IOException failure) {
        super(new ByteArrayInputStream(start));
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        return orFailure(super.read());
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        return orFailure(super.read(into, from, most));
    }

    private int orFailure(int read) throws IOException {
        if (read < 0) {
            throw failure;
        }
        return read;
    }
}
