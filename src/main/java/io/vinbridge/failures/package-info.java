/**
 * Failures, in words that a caller and an operator can act on, and the named error policies that routes choose. It
 * knows {@code tracing} alone.
 */
@NullMarked
package io.vinbridge.failures;

import org.jspecify.annotations.NullMarked;
