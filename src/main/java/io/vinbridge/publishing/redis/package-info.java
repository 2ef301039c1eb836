/** Publishes the change feed over Redis, at least once, from a position that is kept in the database. */
package io.vinbridge.publishing.redis;
