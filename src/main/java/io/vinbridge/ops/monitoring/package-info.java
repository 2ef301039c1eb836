/** Observability: gauges over stored data, the history of samples, health with its remedies, and beans for JMX. */
package io.vinbridge.ops.monitoring;
