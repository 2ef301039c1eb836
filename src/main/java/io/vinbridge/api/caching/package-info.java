/**
 * HTTP caching of answers: entity tags, conditional requests, ranges, {@code Age}, and the refresh that a caller forces
 * (RFC 9110, RFC 9111). It knows stored things by their versions alone, and never asks ChromeData.
 */
@NullMarked
package io.vinbridge.api.caching;

import org.jspecify.annotations.NullMarked;
