package io.vinbridge.refresh.lookup;

import io.vinbridge.failures.Failure;

/** What became of the new look that a caller asked for; {@code failure} is null where it was taken. */
public record ForcedRefresh(Failure failure) {

    /** Where it stands among an exchange's variables; nothing stands there unless a new look was asked for. */
    public static final String VARIABLE = "renewal";
}
