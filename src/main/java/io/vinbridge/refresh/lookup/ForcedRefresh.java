package io.vinbridge.refresh.lookup;

import io.vinbridge.failures.Failure;

/** Result of the refresh that a caller forced; {@code failure} is null if the refresh was done. */
public record ForcedRefresh(Failure failure) {

    /** Name among an exchange's variables; it is set only if a refresh was forced. */
    public static final String VARIABLE = "renewal";
}
