package io.vinbridge.vehicles;

/** A style's own description as its row stands; {@code document} is null where ChromeData does not carry the style. */
public record StoredStyle(int styleId, DocumentHash document, Summary summary, Look look) {}
