package io.vinbridge.events.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/**
 * Connections to Redis that are nobody else's, so that one that is stuck or has to be given up concerns only whoever
 * has it.
 */
@Component
class RedisConnections {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final ObjectProvider<LettuceConnectionFactory> shared;

    RedisConnections(ObjectProvider<LettuceConnectionFactory> shared) {
        this.shared = shared;
    }

    /** Messages as the bytes they are. */
    @Bean
    static RedisSerializer<byte[]> eventsSerializer() {
        return RedisSerializer.byteArray();
    }

    /** Opens one; it is the caller's to close. */
    StatefulRedisConnection<String, byte[]> open() {
        RedisClient client = (RedisClient) shared.getObject().getRequiredNativeClient();
        return client.connect(CODEC);
    }

    /** A factory with the settings of the shared one and event loops of its own; it is the caller's to destroy. */
    LettuceConnectionFactory factory() {
        LettuceConnectionFactory like = shared.getObject();
        LettuceConnectionFactory factory = like.getSentinelConfiguration() == null
                ? new LettuceConnectionFactory(like.getStandaloneConfiguration(), like.getClientConfiguration())
                : new LettuceConnectionFactory(like.getSentinelConfiguration(), like.getClientConfiguration());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
