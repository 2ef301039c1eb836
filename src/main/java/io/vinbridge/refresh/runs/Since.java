package io.vinbridge.refresh.runs;

import java.time.Duration;
import java.time.Instant;

/**
 * How recent a look must be to count for a run, as the database writes a time. It stays what it is for as long as the run goes on:
 * what was fresh enough not to be asked for must be fresh enough to be counted later.
 *
 * @param described for a look that found a description
 * @param notCarried for one that found that ChromeData does not carry it
 */
record Since(String described, String notCarried) {

    static Since began(Instant run) {
        return new Since(run.toString(), run.toString());
    }

    static Since fresh(Instant run, Duration descriptionsFor, Duration notCarriedFor) {
        return new Since(
                run.minus(descriptionsFor).toString(), run.minus(notCarriedFor).toString());
    }
}
