/**
 * What happens by the clock. Routes in YAML say when; here stands what, and that it happens once for each due time, whatever the nodes'
 * clocks say: each act is work in the queue, so that it never overlaps with itself and survives the node that began it.
 */
package io.vinbridge.refresh.schedules;
