package io.vinbridge.ops.monitoring;

import io.vinbridge.work.Lane;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Something that goes through the service all day long.
 *
 * @param name also that of the series that counts it; that of what failed of it has {@code .failed} behind it
 * @param waiting how much of it waits, as last sampled; null where nothing does
 * @param oldest for how many seconds; null where nothing waits, or nobody notes since when
 */
record Flow(
        String name,
        String description,
        ToDoubleFunction<GaugeSampler> waiting,
        ToDoubleFunction<GaugeSampler> oldest) {

    static final List<Flow> ALL = List.of(
            new Flow(Series.REQUESTS, "Requests to the API; failed were answered with 5xx", null, null),
            new Flow(
                    "calls",
                    "Billed calls of ChromeData, counted before they are made; failed brought no answer",
                    seen -> due(seen, Lane.DESCRIBE) + due(seen, Lane.MEDIA),
                    seen -> Math.max(since(seen, Lane.DESCRIBE), since(seen, Lane.MEDIA))),
            new Flow(
                    Series.PICTURES,
                    "Pictures fetched",
                    seen -> due(seen, Lane.PICTURE),
                    seen -> since(seen, Lane.PICTURE)),
            new Flow("events", "Events accepted, without duplicates; failed were not understood", null, null),
            new Flow(
                    "acting",
                    "Events processed; failed are dead letters",
                    seen -> seen.sum(StoreGauge.INBOX_DUE),
                    seen -> seen.last("vinbridge.inbox.oldest.seconds")),
            new Flow("changes", "Changes of vehicles, in the feed", null, null),
            new Flow(
                    "publishing",
                    "Changes published to Redis",
                    seen -> seen.sum(StoreGauge.FEED_BEHIND, "reader", "redis"),
                    null),
            new Flow(
                    "webhooks",
                    "Deliveries to webhooks; failed were given up",
                    seen -> seen.sum(StoreGauge.FEED_BEHIND, "reader", "webhooks"),
                    seen -> seen.last("vinbridge.webhooks.oldest.seconds")));

    private static double due(GaugeSampler seen, Lane lane) {
        return seen.sum(StoreGauge.QUEUE_DUE, "lane", lane.word());
    }

    private static double since(GaugeSampler seen, Lane lane) {
        return seen.sum("vinbridge.queue.oldest.seconds", "lane", lane.word());
    }
}
