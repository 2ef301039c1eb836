package io.vinbridge.sandbox.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text with the id that ChromeData gives it, an IdentifiedString on the wire. */
public record Named(int id, String name) {

    /** Gives ids to texts in the order in which they are first seen. */
    public static final class Register {
        private final int first;
        private final Map<String, Named> byName = new LinkedHashMap<>();

        public Register(int first) {
            this.first = first;
        }

        public synchronized Named named(String name) {
            return byName.computeIfAbsent(name, unseen -> new Named(first + byName.size(), unseen));
        }
    }
}
