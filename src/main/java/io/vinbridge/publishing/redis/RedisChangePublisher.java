package io.vinbridge.publishing.redis;

import io.vinbridge.changes.ChangeFeed;
import io.vinbridge.changes.FeedConsumers;
import io.vinbridge.changes.FeedEntry;
import io.vinbridge.changes.FeedFilter;
import io.vinbridge.changes.FeedPage;
import io.vinbridge.changes.LeasedConsumer;
import io.vinbridge.failures.Json;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Relay of the outbox to Redis: takes changes from the feed to be published, and notes that they were. A change that
 * was taken and not noted is taken again, with the same id (at least once); so publication may fail, or its process
 * die, at any point.
 */
@Component
class RedisChangePublisher {

    private static final String READER = "redis";

    private final ChangeFeed feed;
    private final FeedConsumers readers;
    private final Json json;
    private final PublishingSettings settings;

    RedisChangePublisher(ChangeFeed feed, FeedConsumers readers, Json json, PublishingSettings settings) {
        this.feed = feed;
        this.readers = readers;
        this.json = json;
        this.settings = settings;
    }

    /** The next changes, each as JSON; none where there are none, or another node is about it. */
    List<String> take(Exchange exchange) {
        Optional<LeasedConsumer> held = readers.lease(READER, settings.lease());
        if (held.isEmpty()) {
            exchange.setVariable("taken", null);
            return List.of();
        }
        FeedPage page = feed.read(held.get().position(), settings.atOnce(), FeedFilter.NONE);
        exchange.setVariable("taken", new Taken(held.get(), page.next()));
        return page.items().stream().map(this::written).toList();
    }

    void note(@Variable("taken") Taken taken) {
        if (taken != null) {
            readers.release(taken.reader(), taken.next());
        }
    }

    private String written(FeedEntry change) {
        return json.text(change);
    }

    record Taken(LeasedConsumer reader, long next) {}
}
