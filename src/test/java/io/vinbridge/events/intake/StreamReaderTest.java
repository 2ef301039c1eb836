package io.vinbridge.events.intake;

import static io.lettuce.core.AclSetuserArgs.Builder.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandType;
import io.vinbridge.events.EventSettings;
import io.vinbridge.testing.TestServers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A consumer of the stream, beside a real Redis. */
class StreamReaderTest {

    private final String name = "reader-" + UUID.randomUUID();
    private final EventSettings.Redis settings = new EventSettings.Redis(
            true, name, name, "group", 10, 1, DataSize.ofMegabytes(1), Duration.ofSeconds(15), Duration.ofSeconds(4));

    @Test
    void anEntryThatCannotBeDeletedIsNotAcknowledgedEither() {
        RedisClient client = RedisClient.create(TestServers.redis());
        try {
            RedisCommands<String, String> redis = client.connect().sync();
            AclSetuserArgs everything = on().nopass().allKeys().allCommands();
            redis.aclSetuser(name, everything.removeCommand(CommandType.XDEL));
            redis.xadd(name, Map.of("event", "{}"));
            RedisURI address = RedisURI.builder(RedisURI.create(TestServers.redis()))
                    .withAuthentication(name, "any")
                    .build();
            StreamReader reader = new StreamReader(
                    () -> client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address),
                    settings,
                    "one");

            reader.acknowledge(next(reader));
            assertThat(redis.xpending(name, settings.group()).getCount())
                    .as("pending entries, of those in the stream")
                    .isEqualTo(redis.xlen(name))
                    .isEqualTo(1);

            redis.aclSetuser(name, on().addCommand(CommandType.XDEL));
            reader.acknowledge(next(reader));
            assertThat(redis.xpending(name, settings.group()).getCount()).isZero();
            assertThat(redis.xlen(name)).isZero();
            reader.close();
            redis.aclDeluser(name);
        } finally {
            client.shutdown();
        }
    }

    private static StreamEntries next(StreamReader reader) {
        return await().until(reader::read, entries -> entries != null);
    }
}
