package io.vinbridge.vehicles.lists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signature of the words that a list is filtered by: vehicles that have them all have its bits, and few others have, so
 * that an index of signatures stands for all of these words.
 */
final class WordSignature {

    private static final String PARAMETER = "signed";

    /** The bits of each word, in the order of the parameters of vehicle_signature(), which has the same places. */
    private static final Map<String, Long> BITS = bits();

    private final Map<String, String> words = new LinkedHashMap<>();

    private static Map<String, Long> bits() {
        Map<String, Long> bits = new LinkedHashMap<>();
        bits.put("make", 511L);
        bits.put("model", 511L << 9);
        bits.put("bodyType", 15L << 59);
        bits.put("body", 31L << 38);
        bits.put("drivetrain", 7L << 48);
        bits.put("fuel", 15L << 51);
        bits.put("transmission", 15L << 55);
        bits.put("color", 31L << 43);
        bits.put("status", 63L << 32);
        bits.put("dealer", 16383L << 18);
        return bits;
    }

    /** True if a signature tells something of such a word. */
    static boolean has(String name) {
        return BITS.containsKey(name);
    }

    /** Adds a word, unless signatures tell nothing of it. */
    void add(String name, String word) {
        if (has(name)) {
            words.put(name, word);
        }
    }

    /**
     * The condition on signatures, beginning with AND; empty where there are no words. Their own signature is worked
     * out once: in a plan that is kept it is no constant, and each entry would work it out anew.
     */
    String condition() {
        if (words.isEmpty()) {
            return "";
        }
        long mask = words.keySet().stream().mapToLong(BITS::get).reduce(0, (one, other) -> one | other);
        String given = BITS.keySet().stream()
                .map(name -> words.containsKey(name) ? ":" + PARAMETER + name : "NULL")
                .collect(Collectors.joining(", "));
        return " AND (signature & " + mask + ") = (SELECT vehicle_signature(" + given + "))";
    }

    /** The parameters of the condition. */
    Map<String, String> values() {
        return words.entrySet().stream()
                .collect(Collectors.toMap(word -> PARAMETER + word.getKey(), Map.Entry::getValue));
    }
}
