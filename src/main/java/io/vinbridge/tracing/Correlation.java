package io.vinbridge.tracing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of what caused whatever this thread does now. */
public final class Correlation {

    /** The header it comes and goes by, in and out and upstream. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String LOGGED = "correlationId";

    private Correlation() {}

    /** The id; null where nobody asked for what happens now. */
    public static @Nullable String id() {
        return MDC.get(LOGGED);
    }

    /** What is made under an id, on a thread that may have another. */
    public static <T> T under(@Nullable String id, Supplier<T> made) {
        @Nullable String before = id();
        is(id);
        try {
            return made.get();
        } finally {
            is(before);
        }
    }

    /** Takes on another id; null for none. */
    static void is(@Nullable String id) {
        if (id == null) {
            MDC.remove(LOGGED);
        } else {
            MDC.put(LOGGED, id);
        }
    }
}
