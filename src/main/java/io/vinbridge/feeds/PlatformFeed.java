package io.vinbridge.feeds;

/**
 * Feed that runs: a route of the group {@code platforms}, the mapping it uses, and the schema beside it.
 *
 * @param name as it is asked for; the route is called {@code feed-} and the name
 * @param version of mapping and schema, as a hash: another one makes every row new
 */
public record PlatformFeed(String name, String route, FeedSchema schema, String version) {}
