package io.vinbridge.events.redis;

import static io.lettuce.core.AclSetuserArgs.Builder.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandType;
import io.vinbridge.events.EventSettings;
import io.vinbridge.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A consumer of the stream, beside a real Redis. */
class StreamReaderTest {

    private final String name = "reader-" + UUID.randomUUID();
    private final EventSettings.Redis settings = settings(name, Duration.ofSeconds(15));

    @Test
    void anEntryThatCannotBeDeletedIsNotAcknowledgedEither() {
        inRedis((client, redis) -> {
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
        });
    }

    @Test
    void readsNoMoreAtOnceThanAMegabyte() {
        inRedis((client, redis) -> {
            StreamReader reader = reader(client, settings, "one");
            add(redis, 12, "x".repeat(300_000));
            List<Integer> read = new ArrayList<>();
            while (redis.xlen(name) > 0) {
                StreamEntries entries = next(reader);
                read.add(entries.ids().size());
                reader.acknowledge(entries);
            }

            assertThat(read).containsExactly(1, 3, 3, 3, 2);
            reader.close();
        });
    }

    @Test
    void takesLittleAtFirstOfWhatMayHaveBeenTooMuchForAnother() {
        inRedis((client, redis) -> {
            StreamReader gone = reader(client, settings, "gone");
            add(redis, 25, "small");
            while (redis.xlen(name) > 0) {
                gone.acknowledge(next(gone));
            }
            add(redis, 8, "x".repeat(300_000));
            assertThat(next(gone).ids())
                    .as("read at once, as the last were small")
                    .hasSize(8);
            gone.close();

            StreamReader other = reader(client, settings(name, Duration.ofMillis(50)), "other");
            List<Integer> read = new ArrayList<>();
            while (redis.xlen(name) > 0) {
                StreamEntries entries = next(other);
                read.add(entries.ids().size());
                other.acknowledge(entries);
            }

            assertThat(read).startsWith(1).allMatch(entries -> entries <= 3);
            other.close();
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void anEntryStaysInTheStreamUntilEveryGroupHasAcknowledgedIt() {
        inRedis((client, redis) -> {
            redis.xgroupCreate(StreamOffset.from(name, "0"), "of others", XGroupCreateArgs.Builder.mkstream());
            StreamReader reader = reader(client, settings, "one");
            add(redis, 3, "{}");
            for (int read = 0; read < 3; ) {
                StreamEntries entries = next(reader);
                reader.acknowledge(entries);
                read += entries.ids().size();
            }
            assertThat(redis.xpending(name, settings.group()).getCount()).isZero();
            assertThat(redis.xlen(name))
                    .as("entries that the others have not read")
                    .isEqualTo(3);

            List<StreamMessage<String, String>> theirs =
                    redis.xreadgroup(Consumer.from("of others", "other"), StreamOffset.lastConsumed(name));
            assertThat(theirs).hasSize(3);
            redis.xack(name, "of others", theirs.get(0).getId(), theirs.get(2).getId());
            await().until(
                            () -> {
                                reader.read();
                                return redis.xlen(name);
                            },
                            Long.valueOf(2)::equals);

            redis.xack(name, "of others", theirs.get(1).getId());
            await().until(
                            () -> {
                                reader.read();
                                return redis.xlen(name);
                            },
                            Long.valueOf(0)::equals);
            reader.close();
        });
    }

    @Test
    void aConsumerThatReadsNoMoreGoesUnlessItLeftSomethingOver() {
        inRedis((client, redis) -> {
            StreamReader gone = reader(client, settings, "gone");
            add(redis, 1, "{}");
            gone.acknowledge(next(gone));
            StreamReader failed = reader(client, settings, "failed");
            add(redis, 1, "{}");
            next(failed);

            StreamRetention retention = new StreamRetention(settings, Duration.ofMillis(1));
            await().until(() -> redis.xinfoConsumers(name, settings.group()).size() == 2);
            await().until(
                            () -> {
                                retention.apply(bytes(client));
                                return redis.xinfoConsumers(name, settings.group())
                                        .toString();
                            },
                            consumers -> consumers.contains("failed") && !consumers.contains("gone"));
            assertThat(redis.xpending(name, settings.group()).getCount()).isEqualTo(1);
            gone.close();
            failed.close();
        });
    }

    private static RedisCommands<String, byte[]> bytes(RedisClient client) {
        return client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .sync();
    }

    /** The settings of a reader of a stream that no other test has. */
    static EventSettings.Redis settings(String name, Duration reclaimAfter) {
        return new EventSettings.Redis(
                true,
                name,
                name,
                "event",
                "group",
                1000,
                1,
                DataSize.ofMegabytes(1),
                reclaimAfter,
                Duration.ofSeconds(4));
    }

    private static void inRedis(BiConsumer<RedisClient, RedisCommands<String, String>> trial) {
        RedisClient client = RedisClient.create(TestServers.redis());
        try {
            trial.accept(client, client.connect().sync());
        } finally {
            client.shutdown();
        }
    }

    private static StreamReader reader(RedisClient client, EventSettings.Redis settings, String consumer) {
        return new StreamReader(
                () -> client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)), settings, consumer);
    }

    private void add(RedisCommands<String, String> redis, int entries, String event) {
        for (int i = 0; i < entries; i++) {
            redis.xadd(name, Map.of("event", event));
        }
    }

    private static StreamEntries next(StreamReader reader) {
        return await().until(reader::read, entries -> entries != null);
    }
}
