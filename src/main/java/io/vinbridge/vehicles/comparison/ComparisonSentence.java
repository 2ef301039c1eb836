package io.vinbridge.vehicles.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Verdict over a whole comparison in a sentence that a person can take to a meeting. */
public final class ComparisonSentence {

    private static final int NAMED = 12;

    private ComparisonSentence() {}

    /**
     * The sentence.
     *
     * @param byField the summary by field
     * @param used the fields that count; all where it is empty
     * @param patterns how many patterns were compared
     */
    public static String of(List<Comparisons.Summary> byField, Set<String> used, long patterns) {
        List<Comparisons.Summary> counted = byField.stream()
                .filter(field -> used.isEmpty() || used.contains(field.name()))
                .toList();
        long all = counted.stream().mapToLong(Comparisons.Summary::all).sum();
        if (patterns == 0 || all == 0) {
            return "Nothing was compared yet.";
        }
        long same = counted.stream().mapToLong(Comparisons.Summary::same).sum();
        String head = "%s of %,d values of %,d VIN patterns are equal in the %d members that %s"
                .formatted(
                        percent(same, all), all, patterns, counted.size(), used.isEmpty() ? "both can have" : "count");
        List<Comparisons.Summary> differing = counted.stream()
                .filter(field -> field.same() < field.all())
                .sorted(Comparator.comparingLong((Comparisons.Summary field) -> field.all() - field.same())
                        .reversed())
                .toList();
        if (differing.isEmpty()) {
            return head + "; none differs.";
        }
        String named =
                differing.stream().limit(NAMED).map(ComparisonSentence::inWords).collect(Collectors.joining(", "));
        String more = differing.size() > NAMED ? ", and " + (differing.size() - NAMED) + " more" : "";
        return head + "; " + (differing.size() == 1 ? "this one differs: " : "these " + differing.size() + " differ: ")
                + named + more + ".";
    }

    /** Never rounded up to all. */
    private static String percent(long same, long all) {
        double share = Math.floor(1000.0 * same / all) / 10;
        return String.format(Locale.ROOT, "%.1f %%", share);
    }

    private static String inWords(Comparisons.Summary field) {
        long different = field.items(Verdict.DIFFERENT);
        long ads = field.items(Verdict.ONLY_ADS);
        long cvd = field.items(Verdict.ONLY_CVD);
        StringBuilder words = new StringBuilder(field.name()).append(" (");
        String separator = "";
        if (different > 0) {
            words.append(different).append(" different");
            separator = ", ";
        }
        if (ads > 0) {
            words.append(separator).append(ads).append(" only in ADS");
            separator = ", ";
        }
        if (cvd > 0) {
            words.append(separator).append(cvd).append(" only in CVD");
        }
        return words.append(')').toString();
    }
}
