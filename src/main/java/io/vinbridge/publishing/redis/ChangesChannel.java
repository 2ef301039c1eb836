package io.vinbridge.publishing.redis;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Redis channel {@code vehicle.changes}: each change a message, for whoever listens at that moment. */
@Component
class ChangesChannel {

    private static final String CHANNEL = "vehicle.changes";

    private final RedisPipeline pipeline;

    ChangesChannel(RedisPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Publishes all of them in their order, in one exchange with Redis. */
    void publish(@Body List<String> changes) {
        pipeline.send(changes, (redis, change) -> redis.publish(CHANNEL, change));
    }
}
