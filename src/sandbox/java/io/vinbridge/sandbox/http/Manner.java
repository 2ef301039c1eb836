package io.vinbridge.sandbox.http;

/**
 * Manner in which a reply goes over the wire.
 *
 * @param ending how it ends
 * @param bytesPerSecond how slowly the body goes, 0 for as fast as the caller reads
 */
public record Manner(Ending ending, int bytesPerSecond) {

    /** Whole and without delay. */
    public static final Manner PROPER = new Manner(Ending.WHOLE, 0);

    public Manner ending(Ending other) {
        return new Manner(other, bytesPerSecond);
    }

    public Manner dripping(int slowly) {
        return new Manner(ending, slowly);
    }

    /** Ending of a reply. */
    public enum Ending {
        WHOLE,
        /** The connection closes after half of the body, though the headers announced all of it. */
        CUT,
        /** The connection is reset before a byte is sent. */
        RESET,
        /** Nothing is ever sent; the connection stays until the caller gives up or the server closes. */
        NEVER
    }
}
