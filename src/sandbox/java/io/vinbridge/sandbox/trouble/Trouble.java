package io.vinbridge.sandbox.trouble;

import java.util.Optional;

/**
 * Trouble of one call.
 *
 * @param latency milliseconds to wait before the answer
 * @param kind the rate dial that was drawn, if any
 * @param drip bytes a second, 0 for no limit
 * @param retryAfter seconds to name where the kind is too many calls
 * @param gzip whether the answer may be compressed
 */
public record Trouble(long latency, Optional<Dial> kind, int drip, int retryAfter, boolean gzip) {}
