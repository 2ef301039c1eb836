/**
 * Redis, the way by which events usually come: a stream, of which nothing is lost, and a channel, which keeps nothing.
 */
package io.vinbridge.events.redis;
