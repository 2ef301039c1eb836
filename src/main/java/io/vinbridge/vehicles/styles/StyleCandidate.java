package io.vinbridge.vehicles.styles;

import java.util.List;

/**
 * A style that a vehicle may be.
 *
 * @param score how much speaks for it less what speaks against it; only its order among the candidates means something
 * @param reasons what speaks for and against it, in words
 */
public record StyleCandidate(int styleId, String name, String trim, int score, List<String> reasons) {}
