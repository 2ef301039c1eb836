package io.vinbridge.vehicles.documents;

import io.vinbridge.vehicles.Vin;
import java.time.OffsetDateTime;

/**
 * A description that is older than it may be.
 *
 * @param wanted whether a vehicle of it is tracked, or it was read lately
 * @param vin one of its vehicles, null where it has none, as a style's own
 * @param queued whether it is asked for already
 * @param failing whether it is, and the last attempt failed
 */
public record StaleDescription(
        String key, OffsetDateTime lookedAt, boolean wanted, Vin vin, boolean queued, boolean failing) {}
