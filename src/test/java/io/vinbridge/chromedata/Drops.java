package io.vinbridge.chromedata;

import java.io.ByteArrayInputStream;

/** Bytes that come in drops, as they do over a slow connection. */
public final class Drops extends ByteArrayInputStream {

    private final int drop;

    public Drops(byte[] bytes, int drop) {
        super(bytes);
        this.drop = drop;
    }

    @Override
    public synchronized int read(byte[] into, int from, int most) {
        return super.read(into, from, Math.min(most, drop));
    }

    @Override
    public synchronized int available() {
        return 0;
    }
}
