package io.vinbridge.api.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Scope of a caller: the set of operations it may use. Each scope includes those before it. */
public enum Scope {
    /** Fetch feeds, and nothing else: a key for a platform. */
    FEED,
    /** Look at vehicles, pictures, the catalogue and changes. */
    READ,
    /** Bring in vehicles and events. */
    WRITE,
    /** Run the service: spend calls, refresh runs, schedules, dead letters, webhooks. */
    OPERATE,
    /** Edit routes, give out keys, see who did what. */
    ADMIN;

    /** The scope of a word such as {@code read}; empty where there is none. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if a caller with this scope may do what needs the other. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
