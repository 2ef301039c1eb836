package io.vinbridge.publishing.redis;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.StringRedisConnection;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.stereotype.Component;

/** Redis stream {@code vehicle.changes.stream}: each change in the field {@code change}, the oldest cut off. */
@Component
class ChangesStream {

    static final String STREAM = "vehicle.changes.stream";
    private static final String FIELD = "change";

    private final RedisPipeline pipeline;
    private final XAddOptions options;

    ChangesStream(RedisPipeline pipeline, PublishingSettings settings) {
        this.pipeline = pipeline;
        this.options = XAddOptions.maxlen(settings.streamLength()).approximateTrimming(true);
    }

    /** Appends all of them, in one exchange with Redis. */
    void append(@Body List<String> changes) {
        pipeline.send(changes, this::append);
    }

    private void append(StringRedisConnection redis, String change) {
        redis.xAdd(StreamRecords.string(Map.of(FIELD, change)).withStreamKey(STREAM), options);
    }
}
