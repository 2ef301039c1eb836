package io.vinbridge.vpic.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Part of an edition that all decodes share and a node keeps in memory: elements, words, conversions, defaults, error
 * codes, engine models, and which manufacturers' codes there are.
 *
 * @param elements by identifier
 * @param words the texts of look-up tables by table, lower case, and identifier
 * @param conversions in the order of their identifiers
 * @param defaults by the identifier of the type of vehicle
 * @param errors by code
 * @param engines by name, trimmed and in lower case
 * @param exceptions hashes of the VINs whose check digit is excused, ascending
 * @param codes all manufacturers' codes as numbers, ascending
 */
public record EditionCommons(
        Map<Integer, Element> elements,
        Map<String, Map<String, String>> words,
        List<Conversion> conversions,
        Map<Integer, List<Default>> defaults,
        Map<Integer, ErrorCode> errors,
        Map<String, List<EngineRow>> engines,
        long[] exceptions,
        long[] codes) {

    /**
     * A member of an answer.
     *
     * @param table the look-up table of its values, lower case; null where they are texts
     * @param decoded whether a decode shows it
     * @param weight what it counts where decodes are compared; null for nothing
     */
    public record Element(String name, String table, boolean decoded, Integer weight) {}

    /** A formula from one element to another. */
    public record Conversion(int id, int from, int to, String formula) {}

    /** Default of an element, for a type of vehicle, where nothing else says it. */
    public record Default(int element, String value) {}

    /** An error code with its text and what it counts where decodes are compared. */
    public record ErrorCode(String text, String more, int weight) {}

    /** Value of an element, as an engine model has it. */
    public record EngineRow(int id, int element, String value, long changed) {}

    /** The value of an attribute; null for an identifier that its table does not have. */
    public String value(int element, String attribute) {
        Element of = elements.get(element);
        if (of == null || of.table() == null) {
            return attribute;
        }
        return words.getOrDefault(of.table(), Map.of()).get(attribute);
    }

    public boolean excused(String vin) {
        return Arrays.binarySearch(exceptions, number(vin)) >= 0;
    }

    /** Whether a manufacturer has a code of three or six characters. */
    public boolean knows(String code) {
        return Arrays.binarySearch(codes, number(code)) >= 0;
    }

    /** The type of vehicle of an identifier, in upper case; null where there is none. */
    public String vehicleType(int id) {
        String name = words.getOrDefault("vehicletype", Map.of()).get(Integer.toString(id));
        return name == null ? null : name.toUpperCase(Locale.ROOT);
    }

    /**
     * A text as a number, the same for the same text for ever. Up to ten characters it is exact; of more, a 64-bit
     * hash.
     */
    public static long number(String text) {
        long number = text.length() <= 10 ? 0 : 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            number = text.length() <= 10
                    ? number * 64 + KeyAlphabet.bit(text.charAt(i)) + 1
                    : (number ^ text.charAt(i)) * 0x100000001b3L;
        }
        return number;
    }
}
