package io.vinbridge.work;

import io.vinbridge.failures.Failure;

/**
 * Status of a request key that somebody waits for: settled, or failed for now; {@code failure} is null if it is
 * settled.
 */
public record KeyStatus(String key, Failure failure) {}
