package io.vinbridge.vpic.decode;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Outcome of a decode under one model year. Where two years are possible, the better pass is the answer.
 *
 * @param year the year, null where none is known
 * @param certain whether no other year is possible
 * @param stayed what won of each element
 * @param codes the error codes, ascending
 * @param suggested the VIN that vPIC suggests, empty for none
 * @param possible the characters that would do, empty for none
 * @param additional what else is to be said, null for nothing
 * @param unused the positions that no pattern explains, empty for none
 */
record Pass(
        Integer year,
        boolean certain,
        List<DecodedElement> stayed,
        TreeSet<Integer> codes,
        String suggested,
        String possible,
        String additional,
        String unused,
        Rank rank) {

    /** Rank by which passes are compared; nothing at all ranks before something, as nulls do in NHTSA's statement. */
    record Rank(int errors, Integer elements, Integer patterns, Integer year) {

        static final Comparator<Rank> BEST_FIRST = Comparator.comparingInt((Rank one) -> -one.errors)
                .thenComparing(Rank::elements, Comparator.nullsFirst(Comparator.reverseOrder()))
                .thenComparing(Rank::patterns, Comparator.nullsFirst(Comparator.reverseOrder()))
                .thenComparing(Rank::year, Comparator.nullsFirst(Comparator.reverseOrder()));
    }

    /** Whether nothing is wrong, leaving aside what says nothing about the VIN itself. */
    static boolean clean(Set<Integer> codes) {
        return codes.stream().allMatch(code -> code == 9 || code == 10 || code == 12 || code == 14);
    }
}
