package io.vinbridge.sandbox.catalog.models;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text with the id that ChromeData gives it, an IdentifiedString on the wire. */
public record IdentifiedString(int id, String name) {

    /** Gives ids to texts in the order in which they are first seen. */
    public static final class Register {
        private final int first;
        private final Map<String, IdentifiedString> byName = new LinkedHashMap<>();

        public Register(int first) {
            this.first = first;
        }

        public synchronized IdentifiedString named(String name) {
            return byName.computeIfAbsent(name, unseen -> new IdentifiedString(first + byName.size(), unseen));
        }
    }
}
