package io.vinbridge.vehicles;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the styles of a description by what a caller knows. A style that is contradicted is never chosen, and neither is one that
 * merely comes first: the best must be better than the second, or the only one.
 */
public final class StyleMatching {

    private static final int AGAINST = -100;

    private StyleMatching() {}

    /** Ranks all styles; a hint that fits none of them says more about the hint than about the styles, and is set aside. */
    public static Resolution resolve(Description description, Hints hints) {
        List<Clue> telling = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (Clue clue : Clues.from(hints, description)) {
            if (description.styles().stream().anyMatch(style -> clue.weightFor(style) > 0)) {
                telling.add(clue);
            } else {
                unmatched.add(clue.hint());
            }
        }
        List<Candidate> ranked = description.styles().stream()
                .map(style -> candidate(style, telling))
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::styleId))
                .toList();
        return new Resolution(ranked, best(ranked), unmatched);
    }

    private static Candidate candidate(Style style, List<Clue> clues) {
        int score = 0;
        List<String> reasons = new ArrayList<>(clues.size());
        for (Clue clue : clues) {
            int weight = clue.weightFor(style);
            score += weight > 0 ? weight : AGAINST;
            reasons.add((weight > 0 ? "fits " : "does not fit ") + clue.hint() + " " + clue.value());
        }
        return new Candidate(style.id(), style.name(), style.trim(), score, reasons);
    }

    private static Optional<Candidate> best(List<Candidate> ranked) {
        if (ranked.size() == 1) {
            return Optional.of(ranked.get(0));
        }
        boolean clear = ranked.size() > 1
                && ranked.get(0).score() > 0
                && ranked.get(0).score() > ranked.get(1).score();
        return clear ? Optional.of(ranked.get(0)) : Optional.empty();
    }
}
