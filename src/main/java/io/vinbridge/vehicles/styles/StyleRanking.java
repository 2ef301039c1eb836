package io.vinbridge.vehicles.styles;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the styles of a description by what a caller knows. A style that is contradicted is never chosen, and neither
 * is one that merely comes first: the best must be better than the second, or the only one.
 */
public final class StyleRanking {

    private static final int AGAINST = -100;

    private StyleRanking() {}

    /**
     * Ranks all styles; a hint that fits none of them says more about the hint than about the styles, and is set aside.
     */
    public static StyleResolution resolve(Description description, Hints hints) {
        List<HintRule> telling = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (HintRule clue : HintRules.from(hints, description)) {
            if (description.styles().stream().anyMatch(style -> clue.weightFor(style) > 0)) {
                telling.add(clue);
            } else {
                unmatched.add(clue.hint());
            }
        }
        List<StyleCandidate> ranked = description.styles().stream()
                .map(style -> candidate(style, telling))
                .sorted(Comparator.comparing(StyleCandidate::score).reversed().thenComparing(StyleCandidate::styleId))
                .toList();
        List<String> contradicting = description.styles().stream().anyMatch(style -> fits(style, telling))
                ? List.of()
                : telling.stream().map(HintRule::hint).distinct().toList();
        return new StyleResolution(ranked, best(ranked, contradicting.isEmpty()), unmatched, contradicting);
    }

    private static boolean fits(Style style, List<HintRule> clues) {
        return clues.stream().allMatch(clue -> clue.weightFor(style) > 0);
    }

    private static StyleCandidate candidate(Style style, List<HintRule> clues) {
        int score = 0;
        List<String> reasons = new ArrayList<>(clues.size());
        for (HintRule clue : clues) {
            int weight = clue.weightFor(style);
            score += weight > 0 ? weight : AGAINST;
            reasons.add((weight > 0 ? "fits " : "does not fit ") + clue.hint() + " " + clue.value());
        }
        return new StyleCandidate(style.id(), style.name(), style.trim(), score, reasons);
    }

    /** Where hints contradict each other, the one that weighs more is not the truth for that. */
    private static Optional<StyleCandidate> best(List<StyleCandidate> ranked, boolean consistent) {
        if (ranked.size() == 1) {
            return Optional.of(ranked.get(0));
        }
        boolean clear = consistent
                && ranked.size() > 1
                && ranked.get(0).score() > 0
                && ranked.get(0).score() > ranked.get(1).score();
        return clear ? Optional.of(ranked.get(0)) : Optional.empty();
    }
}
