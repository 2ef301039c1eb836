package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.vin.TypingError;

/**
 * VIN that was perhaps meant: its check digit is right, and it decodes.
 *
 * @param position where it differs from what was written, counted from 1; of a swap, the first of the two
 * @param error how one became the other
 * @param likelihood how likely it is among all that come into question, from 0 to 1, never 1
 * @param errors the weight of what NHTSA's data finds wrong with it, 0 for nothing
 * @param decoded what it is, but for its own number
 */
public record ProbableVin(
        String vin, int position, TypingError error, double likelihood, int errors, DecodedVin decoded) {

    /** With its weight as a share of that of all. */
    ProbableVin of(double all) {
        return new ProbableVin(
                vin, position, error, Math.min(0.99, Math.round(100 * likelihood / all) / 100.0), errors, decoded);
    }
}
