package io.vinbridge.vpic.dump;

import java.io.IOException;

/** A file that is no dump of vPIC, or not the whole of one; the message says why. */
public class UnreadableDump extends IOException {

    private static final long serialVersionUID = 1;

    public UnreadableDump(String message) {
        super(message);
    }
}
