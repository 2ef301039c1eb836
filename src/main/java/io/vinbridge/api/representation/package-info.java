/**
 * Representations that many operations share: pages with cursors, JSON bodies, and lists as CSV or JSON lines. It knows
 * no operation and no store.
 */
package io.vinbridge.api.representation;
