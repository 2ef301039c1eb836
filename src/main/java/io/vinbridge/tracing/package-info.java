/** What one request, event or schedule causes belongs together, on whatever thread or node it happens: one id in the logs, one trace. */
package io.vinbridge.tracing;
