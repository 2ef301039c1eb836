package io.vinbridge.feeds.push;

/**
 * Feed that is made to be pushed.
 *
 * @param dealer whose offers alone; empty for those of all
 * @param rows how many it has
 */
record FeedPush(String name, String dealer, String form, long rows) {}
