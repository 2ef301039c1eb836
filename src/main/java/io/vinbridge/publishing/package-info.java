/**
 * Publication of changes: relays from the change feed (the outbox) to Redis and to webhooks, at least once. It knows
 * {@code changes}, and nothing of events.
 */
package io.vinbridge.publishing;
