package io.vinbridge.chromedata.description;

/** Something the service says beside its answer; {@code code} is its word (such as {@code UnusedTrimName}), {@code message} its text. */
public record Warning(String code, String message) {}
