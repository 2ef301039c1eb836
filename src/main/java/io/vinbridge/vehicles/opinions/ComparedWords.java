package io.vinbridge.vehicles.opinions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words by which ChromeData and NHTSA call the same thing, from the table {@code vehicles/compared-words.tsv}. */
final class ComparedWords {

    private static final List<Entry> TABLE = table();

    private ComparedWords() {}

    private record Entry(String field, String thing, Pattern words) {}

    /** Whether two say the same of a field; null where one of them says nothing that is known here. */
    static Boolean agree(String field, Collection<String> ours, String theirs) {
        Set<String> said = things(field, theirs);
        boolean comparable = false;
        for (String text : ours) {
            Set<String> things = things(field, text);
            if (things.stream().anyMatch(said::contains)) {
                return true;
            }
            comparable |= !things.isEmpty();
        }
        return (comparable && !said.isEmpty()) ? Boolean.FALSE : null;
    }

    private static Set<String> things(String field, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(entry ->
                        entry.field.equals(field) && entry.words.matcher(small).find())
                .map(Entry::thing)
                .collect(Collectors.toSet());
    }

    private static List<Entry> table() {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                ComparedWords.class.getResourceAsStream("/vehicles/compared-words.tsv"), StandardCharsets.UTF_8))) {
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", 3))
                    .map(entry -> new Entry(entry[0], entry[1], Pattern.compile(entry[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
