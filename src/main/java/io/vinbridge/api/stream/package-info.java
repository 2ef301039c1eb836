/**
 * The change feed as a stream of server-sent events, on Spring MVC, because a stream must not keep a thread of the
 * container.
 */
package io.vinbridge.api.stream;
