/**
 * What happened to vehicles: appended in the writer's own transaction, read as a vehicle's history, and numbered after commit into one
 * feed, from which whoever publishes changes reads on at its own place.
 */
package io.vinbridge.changes;
