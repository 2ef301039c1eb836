package io.vinbridge.publishing.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import redis.embedded.RedisServer;

/** What the feed tells goes out over Redis, in the same order, at least once, whatever stops in between. */
class RedisPublishingTest {

    private static final World WORLD = World.create();
    private static final RedisServer REDIS = server();
    private static Node node;
    private static Node other;

    @BeforeAll
    static void start() throws Exception {
        REDIS.start();
        String[] settings = {
            "spring.data.redis.url=redis://127.0.0.1:" + REDIS.ports().get(0),
            "vinbridge.publishing.redis.lease=10s",
            "vinbridge.publishing.redis.stream-length=500",
            "spring.data.redis.timeout=2s"
        };
        node = WORLD.node(settings);
        other = WORLD.node(settings);
    }

    @AfterAll
    static void close() throws Exception {
        WORLD.close();
        REDIS.stop();
    }

    @Test
    void publishesEachChangeOnChannelAndStreamOnceThoughTwoNodesCould() {
        List<String> heard = new CopyOnWriteArrayList<>();
        RedisMessageListenerContainer subscriber = new RedisMessageListenerContainer();
        subscriber.setConnectionFactory(node.bean(RedisConnectionFactory.class));
        subscriber.addMessageListener(
                (message, pattern) -> heard.add(new String(message.getBody(), StandardCharsets.UTF_8)),
                ChannelTopic.of("vehicle.changes"));
        subscriber.setTaskExecutor(new SyncTaskExecutor());
        subscriber.setSubscriptionExecutor(new SimpleAsyncTaskExecutor());
        subscriber.afterPropertiesSet();
        subscriber.start();

        append("redis.once", 120);

        await().until(() ->
                streamed("redis.once").size() == 120 && of("redis.once", heard).size() == 120);
        assertThat(streamed("redis.once")).isEqualTo(ids("redis.once")).doesNotHaveDuplicates();
        assertThat(of("redis.once", heard)).isEqualTo(ids("redis.once"));
        assertThat(JsonPath.<String>read(heard.get(0), "$.cursor")).matches("c[0-9]+");
        subscriber.stop();
    }

    @Test
    void keepsTheStreamBounded() {
        append("redis.bounded", 2_000);

        await().until(() -> streamed("redis.bounded").contains(last("redis.bounded")));

        assertThat(node.bean(StringRedisTemplate.class).opsForStream().size("vehicle.changes.stream"))
                .isBetween(500L, 700L);
    }

    @Test
    void catchesUpWhenRedisIsBackAndHoldsNobodyUpMeanwhile() throws Exception {
        REDIS.stop();
        append("redis.down", 5);
        await().until(() -> ids("redis.down").size() == 5);
        assertThat(node.get("/changes?kind=redis.down").statusCode()).isEqualTo(200);

        REDIS.start();

        await().ignoreExceptions().until(() -> new LinkedHashSet<>(streamed("redis.down")).size() == 5);
        assertThat(List.copyOf(new LinkedHashSet<>(streamed("redis.down")))).isEqualTo(ids("redis.down"));
    }

    @Test
    void publishesAgainWithTheSameIdsWhatANodeDidNotNoteBeforeItDied() {
        append("redis.killed", 3);
        await().until(() -> streamed("redis.killed").size() == 3);
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        await().until(() -> jdbc.queryForObject(
                "SELECT position = head FROM feed_consumers, feed_head WHERE name = 'redis'", Boolean.class));

        // What is left of a node that published, died, and held the reader: the position before, and a lease that runs
        // out.
        jdbc.update("""
                UPDATE feed_consumers SET position = position - 3, token = 0, held_until = now() + interval '1 second' WHERE name = 'redis'
                """);

        await().until(() -> streamed("redis.killed").size() == 6);
        List<String> ids = ids("redis.killed");
        assertThat(streamed("redis.killed").subList(3, 6)).isEqualTo(ids);
        assertThat(streamed("redis.killed").subList(0, 3)).isEqualTo(ids);
    }

    private static RedisServer server() {
        try (ServerSocket free = new ServerSocket(0)) {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "redis");
            return RedisServer.newRedisServer()
                    .port(free.getLocalPort())
                    .bind("127.0.0.1")
                    .setting("dir " + folder)
                    .setting("appendonly yes")
                    .soutListener(line -> {})
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(String kind, int changes) {
        List<ChangedVehicle> changed = IntStream.range(0, changes)
                .mapToObj(i -> new ChangedVehicle("VIN" + i, null))
                .toList();
        other.bean(ChangeLog.class).append(changed, kind, List.of(), null);
    }

    /** The ids of a kind, as the feed has them. */
    private static List<String> ids(String kind) {
        return JsonPath.read(node.get("/changes?limit=200&kind=" + kind).body(), "$.items[*].id");
    }

    private static String last(String kind) {
        return node.bean(JdbcTemplate.class)
                .queryForObject("SELECT max(id)::text FROM changes WHERE kind = ?", String.class, kind);
    }

    private static List<String> streamed(String kind) {
        List<String> changes = node
                .bean(StringRedisTemplate.class)
                .<String, String>opsForStream()
                .range("vehicle.changes.stream", Range.unbounded())
                .stream()
                .map(record -> record.getValue().get("change"))
                .toList();
        return of(kind, changes);
    }

    private static List<String> of(String kind, List<String> changes) {
        return changes.stream()
                .filter(change -> JsonPath.<String>read(change, "$.kind").equals(kind))
                .map(change -> JsonPath.<String>read(change, "$.id"))
                .toList();
    }
}
