package io.vinbridge.changes;

/** The feed has grown; told on every node, soon after. {@code head} is the last position now. */
public record FeedAdvanced(long head) {}
