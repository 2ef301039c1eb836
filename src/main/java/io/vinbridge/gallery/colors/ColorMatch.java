package io.vinbridge.gallery.colors;

/**
 * The colour that is meant, as far as that can be told.
 *
 * @param secondary the second colour, for two-tone only; null otherwise
 * @param score between 0 and 1: how sure that is
 * @param reason in words, for people
 */
public record ColorMatch(PaintColor color, PaintColor secondary, double score, String reason) {

    static ColorMatch of(PaintColor color, double score, String reason) {
        return new ColorMatch(color, null, Math.round(score * 1000) / 1000.0, reason);
    }

    /** This colour and a second one; as sure as the less sure of the two. */
    ColorMatch over(ColorMatch second) {
        return new ColorMatch(
                color, second.color, Math.min(score, second.score), reason + "; second colour: " + second.reason);
    }
}
