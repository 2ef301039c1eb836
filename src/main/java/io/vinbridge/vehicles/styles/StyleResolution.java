package io.vinbridge.vehicles.styles;

import java.util.List;
import java.util.Optional;

/**
 * Resolution of a vehicle's style, as far as it can be told.
 *
 * @param candidates the best first
 * @param chosen the one style that all that is known points to; empty where several fit equally well, or none does
 * @param unmatched hints that fit no candidate at all and so told nothing, such as {@code trim}
 * @param contradicting hints that each fit some candidate, while none fits all of them; empty where one does
 */
public record StyleResolution(
        List<StyleCandidate> candidates,
        Optional<StyleCandidate> chosen,
        List<String> unmatched,
        List<String> contradicting) {

    /** Of what has no candidates, because it is not described. */
    public static StyleResolution none(Hints hints) {
        return new StyleResolution(List.of(), Optional.empty(), hints.names(), List.of());
    }

    /**
     * True if there are several candidates and none of them is chosen: the caller must choose, we never pick the first.
     */
    public boolean ambiguous() {
        return candidates.size() > 1 && chosen.isEmpty();
    }
}
