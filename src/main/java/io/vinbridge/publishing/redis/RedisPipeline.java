package io.vinbridge.publishing.redis;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.data.redis.connection.StringRedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnection.PipeliningFlushPolicy;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Pipeline of commands to Redis, on a connection of its own: none waits for the answer to the one before it. */
@Component
class RedisPipeline {

    /** Commands that are sent in one packet; without it, each is sent by itself, which costs more than the command. */
    private static final int TOGETHER = 100;

    private final StringRedisTemplate redis;

    RedisPipeline(StringRedisTemplate redis, LettuceConnectionFactory connections) {
        this.redis = redis;
        connections.setPipeliningFlushPolicy(PipeliningFlushPolicy.buffered(TOGETHER));
    }

    /**
     * Sends the command of each text, and returns once all are answered.
     *
     * @throws org.springframework.dao.DataAccessException if one fails; the others may have been carried out
     */
    void send(List<String> texts, BiConsumer<StringRedisConnection, String> command) {
        if (!texts.isEmpty()) {
            redis.executePipelined((RedisCallback<Object>) connection -> {
                texts.forEach(text -> command.accept((StringRedisConnection) connection, text));
                return null;
            });
        }
    }
}
