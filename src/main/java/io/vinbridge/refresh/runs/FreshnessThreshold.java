package io.vinbridge.refresh.runs;

import java.time.Duration;
import java.time.Instant;

/**
 * Time since which a fetch counts as fresh for a run, as the database writes it. It stays the same for as long as the
 * run goes on: an answer that was fresh enough not to be requested must be fresh enough to be counted later.
 *
 * @param described for a fetch that found a description
 * @param notCarried for one that found that ChromeData does not carry it
 */
record FreshnessThreshold(String described, String notCarried) {

    static FreshnessThreshold began(Instant run) {
        return new FreshnessThreshold(run.toString(), run.toString());
    }

    static FreshnessThreshold fresh(Instant run, Duration descriptionsFor, Duration notCarriedFor) {
        return new FreshnessThreshold(
                run.minus(descriptionsFor).toString(), run.minus(notCarriedFor).toString());
    }
}
