/**
 * Failures, in words that a caller and an operator can act on, and the named error policies that routes choose. It knows {@code
 * tracing} alone.
 */
package io.vinbridge.failures;
