/**
 * Durable queue of work: one row for each request key, with priority, lease and fencing token; and the ledger. All
 * times are the database's, so that a node whose clock is wrong changes nothing.
 */
package io.vinbridge.work;
