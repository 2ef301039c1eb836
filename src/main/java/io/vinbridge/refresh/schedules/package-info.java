/**
 * Schedules. Routes in YAML hold the times; here are the jobs, each run exactly once for each due time, whatever the
 * nodes' clocks say: a run is work in the queue, so that it never overlaps with itself and survives the node that began
 * it.
 */
package io.vinbridge.refresh.schedules;
