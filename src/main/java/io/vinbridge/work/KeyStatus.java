package io.vinbridge.work;

import io.vinbridge.failures.Failure;

/** How a request key stands that somebody waits for: settled, or failed for now; {@code failure} is null where it is settled. */
public record KeyStatus(String key, Failure failure) {}
