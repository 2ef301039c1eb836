package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Reason for which something counts as installed. {@code cause} is the vendor's word: {@code *Build} and
 * {@code *Engineered} are confirmed by the factory, {@code *Input} repeats what the caller asserted; words not known
 * today are kept as they come.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstallationCause(String cause, String detail) {

    /** True if the factory's record of this very vehicle says so. */
    public boolean built() {
        return cause != null && (cause.endsWith("Build") || cause.endsWith("Engineered"));
    }
}
