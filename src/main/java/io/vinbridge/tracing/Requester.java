package io.vinbridge.tracing;

import org.jspecify.annotations.Nullable;

/** Caller for whom this thread works at the moment, as an id that tells callers apart and is nothing that lets in. */
public final class Requester {

    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private Requester() {}

    /** The id; null where nobody asks, or everybody may. */
    public static @Nullable String id() {
        return ID.get();
    }

    /** Takes on a caller; null for none. */
    public static void is(@Nullable String id) {
        if (id == null) {
            ID.remove();
        } else {
            ID.set(id);
        }
    }
}
