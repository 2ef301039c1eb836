package io.vinbridge.vehicles.cards;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A closed list of words, such as those for bodies, and how each is known in the vendor's text: the table
 * {@code cards/words.txt}.
 */
public final class ClosedWords {

    private static final Map<String, ClosedWords> LISTS = lists();

    static final ClosedWords BODY = LISTS.get("body");
    static final ClosedWords DRIVETRAIN = LISTS.get("drivetrain");
    static final ClosedWords FUEL = LISTS.get("fuel");
    static final ClosedWords ELECTRIFICATION = LISTS.get("electrification");
    static final ClosedWords ASPIRATION = LISTS.get("aspiration");
    static final ClosedWords TRANSMISSION = LISTS.get("transmission");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Of a list; the vendor's texts are of closed lists too. */
    private static final int MOST_TEXTS = 500;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final LoadingCache<String, Optional<String>> known =
            Caffeine.newBuilder().maximumSize(MOST_TEXTS).build(this::meant);

    private ClosedWords() {}

    /** The words of a list by its name: body, drivetrain, fuel, electrification, aspiration or transmission. */
    public static List<String> named(String list) {
        return List.copyOf(LISTS.get(list).patterns.keySet());
    }

    /** The word that a text means; null where it means none, or is null. */
    String of(String text) {
        return text == null ? null : known.get(text).orElse(null);
    }

    private Optional<String> meant(String text) {
        String plain = plain(text);
        return patterns.entrySet().stream()
                .filter(word -> word.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** In lower case and without accents. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, ClosedWords> lists() {
        Map<String, ClosedWords> lists = new LinkedHashMap<>();
        for (String[] row : rows("words.txt", 3)) {
            lists.computeIfAbsent(row[0], name -> new ClosedWords()).patterns.put(row[1], Pattern.compile(row[2]));
        }
        return lists;
    }

    /** The rows of a table of this package, cut into so many cells. */
    static List<String[]> rows(String table, int cells) {
        try (InputStream in = ClosedWords.class.getResourceAsStream("/cards/" + table)) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rows.add(line.strip().split("\\s+\\|\\s+", cells)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
