package io.vinbridge.vpic.edition;

import java.time.Instant;

/**
 * Publication of vPIC that has been imported.
 *
 * @param name the month of the publication, such as {@code 2026_08}, or what else its file tells
 * @param source the file it came from
 * @param sha256 of that file
 * @param importedAt when
 * @param newest the newest change of a pattern, null where no pattern has a date
 * @param patterns how many patterns it has
 * @param schemas how many groups of them
 * @param codes how many manufacturers' codes
 */
public record Edition(
        int id,
        String name,
        String source,
        String sha256,
        Instant importedAt,
        Instant newest,
        long patterns,
        int schemas,
        int codes) {

    /** How many patterns NHTSA's publication of August 2026 has. */
    private static final double WHOLE = 1_674_161;

    /** About which share of NHTSA's patterns it has, at most 1. */
    public double share() {
        return Math.min(1, Math.round(100 * patterns / WHOLE) / 100.0);
    }

    /** Whether so much is missing that what is not known says little. */
    public boolean partial() {
        return share() < 0.9;
    }
}
