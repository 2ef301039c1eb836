package io.vinbridge.vehicles.registry;

import io.vinbridge.failures.Reason;
import java.time.Instant;

/**
 * Reason for which a vehicle has no description.
 *
 * @param reason what asking for it failed with last; pending while nobody was asked yet
 * @param detail the same in words
 * @param askedAgainAt when ChromeData is asked again by itself; null where that is not set
 * @param settled whether a reader who waits for it would wait in vain
 */
public record MissingDescription(Reason reason, String detail, Instant askedAgainAt, boolean settled) {

    static final MissingDescription PENDING =
            new MissingDescription(Reason.PENDING, "Still being looked up", null, false);
}
