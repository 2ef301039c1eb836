package io.vinbridge.chromedata.ads;

import java.io.IOException;

/** The bytes that came are no answer of the service. The message says what is wrong with them, never what they hold. */
public final class UnreadableAnswer extends RuntimeException {

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableAnswer of(Exception broken) {
        return new UnreadableAnswer("the answer is no readable XML", broken);
    }

    /** The connection's own failure, where reading stopped for that rather than for what the bytes say; else null. */
    public IOException connectionFailure() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
