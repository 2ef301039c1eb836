package io.vinbridge.events.formats.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.events.formats.text.NumberText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that dealer systems and feeds give to fields, from a table: what we call each, and as what its value is read.
 */
public final class FieldNames {

    private static final String TABLE = "/events/field-names.txt";
    private static final String VIN = "vin";

    /** In place of a name: what is so called keeps its name. */
    private static final String KEPT = "-";

    private static final Pattern NOTE = Pattern.compile("[(\\[][^)\\]]*[)\\]]\\s*$");

    private static final Map<String, Entry> ENTRIES = read();

    private FieldNames() {}

    private record Entry(String name, NumberText kind) {}

    /** As what number the values of a field are read; null where they are kept as they come. */
    public static NumberText kind(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.kind();
    }

    /**
     * What we call the columns of a list, in their order; a name that has another sense here stays as it is, in lower
     * case.
     */
    static List<String> columns(List<String> header) {
        Set<String> taken = new HashSet<>();
        header.forEach(name -> taken.add(plain(name)));
        List<String> columns = new ArrayList<>(header.size());
        for (String name : header) {
            Entry entry = entry(name);
            boolean ours = entry != null && !entry.name().equals(KEPT) && taken.add(entry.name());
            columns.add(ours ? entry.name() : plain(name));
        }
        return columns;
    }

    /** What we call a field of a name; null where the table does not have it, or it keeps its own. */
    public static String of(String name) {
        Entry entry = entry(name);
        return entry == null || entry.name().equals(KEPT) ? null : entry.name();
    }

    /** Whether a column of this name has VINs. */
    public static boolean isVin(String name) {
        Entry entry = entry(name);
        return entry != null && entry.name().equals(VIN);
    }

    /** Of the name, else of what stands before a note in brackets: {@code VIN (17)}, {@code Price [EUR]}. */
    private static Entry entry(String name) {
        Entry entry = ENTRIES.get(key(name));
        boolean noted = entry == null && (name.indexOf('(') > 0 || name.indexOf('[') > 0);
        return noted ? ENTRIES.get(key(NOTE.matcher(name).replaceFirst(""))) : entry;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** By which names are compared: without case, blanks, signs and the marks on letters. */
    public static String key(String name) {
        return isKey(name) ? name : folded(name);
    }

    private static boolean isKey(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        StringBuilder key = new StringBuilder(name.length());
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('\u0142', 'l') // The Polish l with a stroke has no mark that comes off.
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new HashMap<>();
        try (BufferedReader table =
                new BufferedReader(new InputStreamReader(FieldNames.class.getResourceAsStream(TABLE), UTF_8))) {
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    enter(line.split("\\|", -1), entries);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(entries);
    }

    private static void enter(String[] cells, Map<String, Entry> entries) {
        NumberText kind =
                switch (cells[1].strip()) {
                    case "amount" -> NumberText.AMOUNT;
                    case "mileage" -> NumberText.MILEAGE;
                    case "number" -> NumberText.PLAIN;
                    default -> null;
                };
        Entry entry = new Entry(cells[0].strip(), kind);
        if (!entry.name().equals(KEPT)) {
            entries.put(key(entry.name()), entry);
        }
        for (String name : cells[2].split(",", -1)) {
            entries.put(key(name), entry);
        }
    }
}
