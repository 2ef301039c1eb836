/**
 * Read-through for callers: finds things in the store, or enqueues the fetch and waits for it (single flight). It knows
 * the queue's keys, and none of the flows that do the work.
 */
package io.vinbridge.refresh.lookup;
