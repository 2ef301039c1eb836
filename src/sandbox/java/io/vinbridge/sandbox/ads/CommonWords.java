package io.vinbridge.sandbox.ads;

import java.util.List;
import java.util.Optional;

/** The common denominator of names: the words that all of them begin with, "GT" of "GT Sport" and "GT Luxury". */
final class CommonWords {

    private CommonWords() {}

    static Optional<String> of(List<String> names) {
        String common = names.stream().reduce(CommonWords::of).orElse("");
        return common.isEmpty() ? Optional.empty() : Optional.of(common);
    }

    private static String of(String one, String other) {
        List<String> ones = List.of(one.split(" ", -1));
        List<String> others = List.of(other.split(" ", -1));
        int count = 0;
        while (count < ones.size() && count < others.size() && ones.get(count).equals(others.get(count))) {
            count++;
        }
        return String.join(" ", ones.subList(0, count));
    }
}
