package io.vinbridge.ops.monitoring;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A row of numbers that is kept for a day, and by the hour for a month, the same on every node.
 *
 * @param value what it is now, of what was just sampled; null where it is not sampled but counted over a step of time,
 *     or each node's own
 */
record Series(String name, Kind kind, ToDoubleFunction<GaugeSampler> value) {

    /** Kind of a series' numbers. */
    enum Kind {
        /** Current level, such as the number of waiting items. */
        LEVEL,
        /** Total since some beginning: its steps count. It may begin anew. */
        TOTAL,
        /** Count in a step of time. */
        COUNT
    }

    static final String REQUESTS = "requests";
    static final String REQUESTS_FAILED = "requests.failed";
    static final String REQUESTS_SECONDS = "requests.seconds";
    static final String PICTURES = "pictures";

    static final List<Series> ALL = List.of(
            new Series(REQUESTS, Kind.TOTAL, null),
            new Series(REQUESTS_FAILED, Kind.TOTAL, null),
            new Series(REQUESTS_SECONDS, Kind.TOTAL, null),
            new Series(PICTURES, Kind.TOTAL, null),
            new Series("calls", Kind.TOTAL, seen -> seen.sum(StoreGauge.BUDGET_SPENT)),
            new Series("calls.failed", Kind.COUNT, null),
            new Series("calls.shared", Kind.COUNT, null),
            new Series("calls.spared", Kind.TOTAL, null),
            new Series("vehicles", Kind.COUNT, null),
            new Series("events", Kind.TOTAL, seen -> seen.sum(StoreGauge.EVENTS_TAKEN, "outcome", "accepted")),
            new Series("events.failed", Kind.TOTAL, seen -> seen.sum(StoreGauge.EVENTS_TAKEN, "outcome", "dead")),
            new Series(
                    "acting",
                    Kind.TOTAL,
                    seen -> seen.sum(StoreGauge.EVENTS_ACTED, "outcome", "acted")
                            + seen.sum(StoreGauge.EVENTS_ACTED, "outcome", "ignored")),
            new Series("acting.failed", Kind.TOTAL, seen -> seen.sum(StoreGauge.EVENTS_ACTED, "outcome", "dead")),
            new Series("changes", Kind.TOTAL, seen -> seen.sum(StoreGauge.FEED_HEAD)),
            new Series(
                    "publishing",
                    Kind.TOTAL,
                    seen -> seen.sum(StoreGauge.FEED_HEAD) - seen.sum(StoreGauge.FEED_BEHIND, "reader", "redis")),
            new Series("webhooks", Kind.COUNT, null),
            new Series("webhooks.failed", Kind.COUNT, null),
            new Series("waiting.work", Kind.LEVEL, seen -> seen.sum(StoreGauge.QUEUE_DUE)),
            new Series("waiting.events", Kind.LEVEL, seen -> seen.sum(StoreGauge.INBOX_DUE)),
            new Series("letters", Kind.LEVEL, seen -> seen.sum(StoreGauge.DEAD_LETTERS, "source", "any")));
}
