/**
 * Freshness: things that a reader wants and the store lacks are enqueued, claimed by a worker on any node, fetched once
 * (single flight), and stored; the callers who wait are told. Stale things are refreshed behind their readers.
 * {@code refresh} itself holds the settings that its sub-packages share.
 */
package io.vinbridge.refresh;
