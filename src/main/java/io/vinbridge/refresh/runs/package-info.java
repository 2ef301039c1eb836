/**
 * Refresh runs: many vehicles looked at anew, fed into the queue a window at a time, counted as they are settled. All
 * that a run knows is in the database, so that any node carries any run on.
 */
package io.vinbridge.refresh.runs;
