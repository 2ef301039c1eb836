/**
 * Tells receivers of changes by Standard Webhooks: one step turns the feed into deliveries, others make them, each receiver apart from
 * all others.
 */
package io.vinbridge.publishing.webhooks;
