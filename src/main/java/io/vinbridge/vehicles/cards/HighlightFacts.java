package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.equipment.Category;
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
        Set<Integer> standard = narrowed.whole().equipment().stream()
                .filter(equipment -> narrowed.holds(equipment.styleIds()))
                .flatMap(equipment -> listed(equipment.categories()).stream())
                .filter(category -> !Boolean.TRUE.equals(category.removed()))
                .map(Category::id)
                .collect(Collectors.toSet());
        return listed(narrowed.whole().genericEquipment()).stream()
                .filter(one -> narrowed.holds(one.styleIds()) && named(one))
                .filter(one -> NarrowedDescription.confirmed(one.installed())
                        || standard.contains(one.definition().category().id()))
                .map(one -> one.definition().category().name())
                .collect(Collectors.toSet());
    }

    private static boolean named(GenericEquipment one) {
        return one.definition() != null
                && one.definition().category() != null
                && one.definition().category().name() != null;
    }
}
