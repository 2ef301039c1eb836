/**
 * Making a vehicle fresh: what a reader wants and the store has not is asked for in the queue, claimed by a worker on any node,
 * fetched, and stored; those who wait are told.
 */
package io.vinbridge.refresh;
