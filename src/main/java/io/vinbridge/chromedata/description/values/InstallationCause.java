package io.vinbridge.chromedata.description.values;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Reason for which something counts as installed. {@code cause} is the vendor's word: {@code *Build} and
 * {@code *Engineered} are confirmed by the factory, {@code *Input} repeats what the caller asserted; words not known
 * today are kept as they come.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstallationCause(String cause, String detail) {}
