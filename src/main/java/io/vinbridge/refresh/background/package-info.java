/**
 * Background refresh: stale-while-revalidate behind readers (RFC 5861), the sweep over stale descriptions, the
 * refreshes that events cause, and work of earlier settings. No caller waits for any of it.
 */
package io.vinbridge.refresh.background;
