/**
 * The durable queue: what is to be fetched, one row for each request key, with priority, lease and fencing token. All times are the
 * database's, so that a node whose clock is wrong changes nothing.
 */
package io.vinbridge.work;
