package io.vinbridge.changes;

/**
 * A reader of the feed in the hands of this node.
 *
 * @param position how far it has come
 * @param token proves that it is in these hands still
 */
public record LeasedConsumer(String name, long position, long token) {}
