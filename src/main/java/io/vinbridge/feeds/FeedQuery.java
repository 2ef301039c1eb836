package io.vinbridge.feeds;

/**
 * Question for a feed.
 *
 * @param dealer whose offers alone; null for those of all
 * @param since the cursor behind which a vehicle must have changed; null for all
 */
public record FeedQuery(String dealer, Long since) {}
