package io.vinbridge.ops.monitoring;

/**
 * A gauge over what is stored, the same on every node.
 *
 * @param name as Micrometer has names, with dots
 * @param sql gives a row for each value: its tags, as texts, under their names, and {@code value}. It is run again and
 *     again beside all other work, so it never counts further than {@link #MOST} rows, and walks indexes only.
 */
public record StoreGauge(String name, String description, String sql) {

    /** Limit of counting. More than that is no other state of the service, and would cost more to know. */
    static final int MOST = 10_000;

    static final String QUEUE_DUE = "vinbridge.queue.due";
    static final String INBOX_DUE = "vinbridge.inbox.due";
    static final String EVENTS_TAKEN = "vinbridge.events.taken";
    static final String EVENTS_ACTED = "vinbridge.events.acted";
    static final String FEED_HEAD = "vinbridge.feed.head";
    static final String FEED_BEHIND = "vinbridge.feed.behind";
    public static final String CALLS_HELD = "vinbridge.calls.held.seconds";
    public static final String BUDGET_SPENT = "vinbridge.budget.spent";
    public static final String DEAD_LETTERS = "vinbridge.dead.letters";
    public static final String WEBHOOKS_RESTING = "vinbridge.webhooks.resting";
}
