/** Observability: gauges over stored data, the history of samples, and health with its remedies. */
package io.vinbridge.ops.monitoring;
