/** What happened to vehicles: appended in the writer's own transaction, read as a vehicle's history. */
package io.vinbridge.changes;
