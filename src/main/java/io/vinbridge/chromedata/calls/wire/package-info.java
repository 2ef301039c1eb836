/**
 * Parts that every call has in common: bounded answers, character sets, statuses, headers, refusals, and the names of
 * failures on the wire.
 */
package io.vinbridge.chromedata.calls.wire;
