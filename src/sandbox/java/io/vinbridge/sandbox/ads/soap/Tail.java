package io.vinbridge.sandbox.ads.soap;

import io.vinbridge.sandbox.text.Gzip;

/**
 * The long end of a reply. Two replies for VINs of one pattern differ in their first few hundred bytes alone (the VIN,
 * its check digit), so that the end is compressed once and put behind any start.
 */
public final class Tail {
    private final byte[] bytes;
    private volatile byte[] deflated;

    Tail(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The gzip stream of the start followed by this tail. */
    byte[][] gzipBehind(byte[] start) {
        byte[] known = deflated;
        if (known == null) {
            known = Gzip.deflatedEnd(bytes);
            deflated = known;
        }
        return Gzip.compressed(start, bytes, known);
    }
}
