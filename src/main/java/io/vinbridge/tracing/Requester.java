package io.vinbridge.tracing;

/** Caller for whom this thread works at the moment, as an id that tells callers apart and is nothing that lets in. */
public final class Requester {

    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private Requester() {}

    /** The id; null where nobody asks, or everybody may. */
    public static String id() {
        return ID.get();
    }

    /** Takes on a caller; null for none. */
    public static void is(String id) {
        if (id == null) {
            ID.remove();
        } else {
            ID.set(id);
        }
    }
}
