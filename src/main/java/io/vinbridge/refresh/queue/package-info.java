/**
 * Workers of this node: claiming work from the queue, leases, waiters, errors, and the drain at shutdown. It knows the
 * kinds of work by name, and what none of them does.
 */
package io.vinbridge.refresh.queue;
