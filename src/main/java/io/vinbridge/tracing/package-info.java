/**
 * Correlation of everything that one request, event or schedule causes, on whatever thread or node: one id in the logs,
 * one trace.
 */
@NullMarked
package io.vinbridge.tracing;

import org.jspecify.annotations.NullMarked;
