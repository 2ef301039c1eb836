package io.vinbridge.publishing.redis;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.StringRedisConnection;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.connection.stream.StringRecord;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Redis stream {@code vehicle.changes.stream}: each change in the field {@code change}, the oldest cut off. */
@Component
class ChangesStream {

    static final String STREAM = "vehicle.changes.stream";
    private static final String FIELD = "change";

    private final StringRedisTemplate redis;
    private final XAddOptions options;

    ChangesStream(StringRedisTemplate redis, PublishingSettings settings) {
        this.redis = redis;
        this.options = XAddOptions.maxlen(settings.streamLength()).approximateTrimming(true);
    }

    /** Appends all of them, in one exchange with Redis. */
    void append(@Body List<String> changes) {
        if (!changes.isEmpty()) {
            redis.executePipelined((RedisCallback<Object>) connection -> append(connection, changes));
        }
    }

    private Object append(RedisConnection connection, List<String> changes) {
        StringRedisConnection texts = (StringRedisConnection) connection;
        for (String change : changes) {
            StringRecord record = StreamRecords.string(Map.of(FIELD, change)).withStreamKey(STREAM);
            texts.xAdd(record, options);
        }
        return null;
    }
}
