package io.vinbridge.vpic.vin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kinds of error that people and scanners make with one place of a VIN, and how often, against each other. */
public enum TypingError {
    /** A character that looks like another. */
    LOOK_ALIKE("look-alike", 45),
    /** Two characters in each other's place. */
    SWAP("swap", 60),
    /** A key beside the right one. */
    NEIGHBOURING_KEY("neighbouring-key", 15),
    /** Any other character. */
    OTHER("other", 1);

    private static final String[] LIKE = {
        "0ODQUC", "1ILJT7", "2Z", "3B8E", "4AH", "5S6", "6GB", "7TY1", "8BS", "9GP", "UVY", "MNW", "CG", "EFL", "PRF",
        "KX", "DOB", "HNM"
    };
    private static final String[] KEYS = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
    private static final Map<Character, String> ALIKE = alike();
    private static final Map<Character, String> BESIDE = beside();

    private final String word;
    private final int weight;

    TypingError(String word, int weight) {
        this.word = word;
        this.weight = weight;
    }

    /** As the API says it. */
    public String word() {
        return word;
    }

    public int weight() {
        return weight;
    }

    /** The kind of error by which one character became another. */
    static TypingError of(char meant, char typed) {
        if (ALIKE.getOrDefault(typed, "").indexOf(meant) >= 0) {
            return LOOK_ALIKE;
        }
        return BESIDE.getOrDefault(typed, "").indexOf(meant) >= 0 ? NEIGHBOURING_KEY : OTHER;
    }

    private static Map<Character, String> alike() {
        Map<Character, String> alike = new LinkedHashMap<>();
        for (String group : LIKE) {
            char first = group.charAt(0);
            for (int i = 1; i < group.length(); i++) {
                alike.merge(first, String.valueOf(group.charAt(i)), String::concat);
                alike.merge(group.charAt(i), String.valueOf(first), String::concat);
            }
        }
        return alike;
    }

    private static Map<Character, String> beside() {
        Map<Character, String> beside = new HashMap<>();
        for (int row = 0; row < KEYS.length; row++) {
            for (int at = 0; at < KEYS[row].length(); at++) {
                StringBuilder near = new StringBuilder();
                // A row stands half a key to the right of the one above.
                add(near, row, at - 1);
                add(near, row, at + 1);
                add(near, row - 1, at);
                add(near, row - 1, at + 1);
                add(near, row + 1, at);
                add(near, row + 1, at - 1);
                beside.put(KEYS[row].charAt(at), near.toString());
            }
        }
        return beside;
    }

    private static void add(StringBuilder near, int row, int at) {
        if (row >= 0 && row < KEYS.length && at >= 0 && at < KEYS[row].length()) {
            near.append(KEYS[row].charAt(at));
        }
    }
}
