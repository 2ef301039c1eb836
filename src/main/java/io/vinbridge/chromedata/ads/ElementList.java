package io.vinbridge.chromedata.ads;

import java.util.Comparator;
import java.util.List;

/** Order and collection of the elements that readers gather. */
final class ElementList {

    /** Numbers in order, what has none at the end. */
    static final Comparator<Integer> NUMBERS = Comparator.nullsLast(Comparator.naturalOrder());

    private ElementList() {}

    /** Adds what could be read; a part that could not is left out. */
    static <T> void add(List<T> list, T read) {
        if (read != null) {
            list.add(read);
        }
    }

    /** Style numbers are a set: sorted, so that an answer that lists them in another order is the same answer. */
    static List<Integer> sorted(List<Integer> numbers) {
        numbers.sort(null);
        return numbers;
    }
}
