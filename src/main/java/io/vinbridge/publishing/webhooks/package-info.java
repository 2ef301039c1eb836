/**
 * Webhooks after Standard Webhooks: one step fans the feed out to deliveries, others make them, with a bulkhead for
 * each receiver.
 */
package io.vinbridge.publishing.webhooks;
