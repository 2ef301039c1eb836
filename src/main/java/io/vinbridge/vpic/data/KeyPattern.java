package io.vinbridge.vpic.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Key of vPIC patterns, compiled: which characters it takes at each place of a VIN's key, and which of them it names. A
 * key is a prefix: what stands behind its end does not matter.
 */
public final class KeyPattern {

    private final String text;
    private final long[] taken;
    private final long[] named;
    private final boolean formula;
    private final int weight;
    private final String bare;

    private KeyPattern(String text, long[] taken, long[] named) {
        this.text = text;
        this.taken = taken;
        this.named = named;
        this.formula = text.indexOf('#') >= 0 && text.indexOf('[') < 0;
        this.weight = text.replace("*", "").length();
        this.bare = text.replace("[", "").replace("]", "");
    }

    /** Compiles a key; one whose class is never closed, or cannot be, takes nothing. */
    public static KeyPattern of(String written) {
        String text = written.toUpperCase(Locale.ROOT);
        // One maker wrote [1-A-JT]; NHTSA's own functions read 1-A as 1A.
        String read = text.replace("1-A", "1A");
        boolean classes = text.indexOf('[') >= 0;
        long[] taken = new long[read.length()];
        long[] named = new long[read.length()];
        int places = 0;
        for (int i = 0; i < read.length(); i++, places++) {
            char c = read.charAt(i);
            if (c == '[') {
                int end = read.indexOf(']', i + 1);
                if (end < 0) {
                    return new KeyPattern(text, new long[] {0}, Arrays.copyOf(named, places));
                }
                CharacterClass characters = CharacterClass.of(read.substring(i + 1, end));
                taken[places] = characters.taken();
                named[places] = characters.named();
                i = end;
            } else {
                // A key without a class is compared by LIKE, where an underscore is any character.
                taken[places] = c == '*' || (c == '_' && !classes) ? KeyAlphabet.ANY : 1L << KeyAlphabet.bit(c);
                named[places] = c == '*' ? 0 : c == '#' ? KeyAlphabet.DIGITS : 1L << KeyAlphabet.bit(c);
            }
        }
        return new KeyPattern(text, Arrays.copyOf(taken, places), Arrays.copyOf(named, places));
    }

    /** Whether it takes a VIN's key, of which {@code bits} has the bit of each character. */
    public boolean takes(byte[] bits) {
        if (taken.length > bits.length) {
            return false;
        }
        for (int i = 0; i < taken.length; i++) {
            if ((taken[i] >>> bits[i] & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** What it names at a place, counted from 0; nothing behind its end and where it takes any character. */
    public long named(int place) {
        return place < named.length ? named[place] : 0;
    }

    public int places() {
        return named.length;
    }

    /** Whether it captures digits of the VIN. */
    public boolean formula() {
        return formula;
    }

    public String text() {
        return text;
    }

    /** How many characters it has without asterisks, brackets counted: NHTSA's measure, by which the shorter wins. */
    public int weight() {
        return weight;
    }

    /** Without brackets, as NHTSA compares keys of equal weight. */
    public String bare() {
        return bare;
    }

    /** About how many bytes of memory it takes. */
    public int size() {
        return 160 + 16 * taken.length + 2 * text.length();
    }

    /** Characters that stand between brackets. */
    private record CharacterClass(long taken, long named) {

        static CharacterClass of(String inside) {
            if (inside.indexOf('-') < 0 && inside.indexOf('^') < 0) {
                long all = KeyAlphabet.mask(inside);
                return new CharacterClass(all, all & ~KeyAlphabet.mask("*|"));
            }
            boolean negated = inside.startsWith("^");
            long mask = 0;
            for (int i = negated ? 1 : 0; i < inside.length(); i++) {
                boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
                char last = range ? inside.charAt(i + 2) : inside.charAt(i);
                for (char c = inside.charAt(i); c <= last; c++) {
                    mask |= 1L << KeyAlphabet.bit(c);
                }
                i += range ? 2 : 0;
            }
            long taken = negated ? ~mask : mask;
            return new CharacterClass(taken, taken & KeyAlphabet.VIN);
        }
    }
}
