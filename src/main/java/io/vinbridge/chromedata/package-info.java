/**
 * Everything that speaks ChromeData's language: the Automotive Description Service (SOAP) and the Media Gallery (REST),
 * with timeouts, retries (backoff and jitter), circuit breakers and the budget of calls. A question goes in, an
 * {@link io.vinbridge.chromedata.Answer} comes out, or a {@link io.vinbridge.failures.Failure} in its place; no wire
 * type leaves this room.
 */
package io.vinbridge.chromedata;
