/**
 * Changes of vehicles, in a transactional outbox: appended in the writer's own transaction, read as a vehicle's
 * history, and numbered after commit into one feed, from which each publisher reads on at its own position.
 */
package io.vinbridge.changes;
