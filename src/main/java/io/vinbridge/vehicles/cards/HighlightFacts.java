package io.vinbridge.vehicles.cards;

import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Highlights of a vehicle, which stand out: equipment categories that are known to be there, because they are installed
 * or belong to the standard equipment of each style, in the order of the table {@code cards/highlights.txt}.
 */
final class HighlightFacts {

    private static final int MOST = 8;
    private static final Map<String, List<String>> RANKED = ClosedWords.rows("highlights.txt", 2).stream()
            .collect(Collectors.toMap(
                    row -> row[0],
                    row -> Arrays.asList(row[1].split("\\s*;\\s*", -1)),
                    (first, second) -> first,
                    LinkedHashMap::new));

    private static final Set<String> NAMES =
            RANKED.values().stream().flatMap(List::stream).collect(Collectors.toSet());

    private final NarrowedDescription narrowed;

    HighlightFacts(NarrowedDescription narrowed) {
        this.narrowed = narrowed;
    }

    List<String> read() {
        Set<String> there = there();
        return RANKED.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(there::contains))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private Set<String> there() {
        return narrowed.index().highlights().stream()
                .filter(one -> narrowed.holds(one.styleIds()))
                .filter(one -> NarrowedDescription.confirmed(one.installed())
                        || standard(one.definition().category().id()))
                .map(one -> one.definition().category().name())
                .collect(Collectors.toSet());
    }

    private boolean standard(Integer category) {
        return narrowed.index().standard(category).stream().anyMatch(narrowed::holds);
    }

    /** True if equipment is of a category that stands out where it is there. */
    static boolean ranked(GenericEquipment one) {
        return one.definition() != null
                && NarrowedDescription.among(NAMES, one.definition().category());
    }
}
