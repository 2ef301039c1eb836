package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Events by Redis: the stream, which loses nothing, and pub/sub, as good as it can be. */
class RedisEventsTest {

    private static final Samples SAMPLES = new Samples();
    private static final String STREAM = SAMPLES.stream;
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(SAMPLES.settings());
    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis());
    private static final RedisCommands<String, String> REDIS = CLIENT.connect().sync();

    @AfterAll
    static void end() {
        CLIENT.shutdown();
        WORLD.close();
    }

    @Test
    void whatIsInTheStreamIsStoredAcknowledgedAndTrimmed() {
        long before = count("stream", "accepted");
        for (int i = 0; i < 2_500; i++) {
            REDIS.xadd(STREAM, Map.of("event", Samples.priced(World.vin(900, i))));
        }
        REDIS.xadd(STREAM, Map.of("event", "{\"type\":\"vehicle.updated\"}"));
        REDIS.xadd(STREAM, Map.of("body", "elsewhere"));
        REDIS.xadd(STREAM, Map.of("event", Samples.priced(World.vin(900, 7))));
        await().atMost(ofSeconds(30)).until(() -> count("stream", "accepted") == before + 2_500);
        await().untilAsserted(() -> {
            assertThat(count("stream", "dead")).isEqualTo(2);
            assertThat(count("stream", "duplicate")).isEqualTo(1);
            assertThat(count("stream", "received")).isEqualTo(before + 2_503);
            assertThat(REDIS.xlen(STREAM)).isZero();
            assertThat(REDIS.xpending(STREAM, "vinbridge").getCount()).isZero();
        });
    }

    @Test
    void itsReadersBeginRoutesLikeAnyIntake() {
        assertThat(NODE.bean(CamelContext.class).getRoutes())
                .filteredOn(route -> route.getId().startsWith("events-read-stream-"))
                .extracting(route -> route.getEndpoint().getEndpointUri())
                .containsExactlyInAnyOrder(
                        "redis-stream://" + STREAM + "?reader=1", "redis-stream://" + STREAM + "?reader=2");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatADeadConsumerHadInHandIsTakenOver() throws Exception {
        await().until(() -> !REDIS.xinfoGroups(STREAM).isEmpty());
        long before = count("stream", "accepted");
        readers(RouteController::stopRoute);
        String id = REDIS.xadd(STREAM, Map.of("event", Samples.priced(World.freshVin())));
        assertThat(REDIS.xreadgroup(Consumer.from("vinbridge", "dead"), StreamOffset.lastConsumed(STREAM)))
                .extracting(StreamMessage::getId)
                .contains(id);
        readers(RouteController::startRoute);
        await().atMost(ofSeconds(30)).until(() -> count("stream", "accepted") == before + 1);
        await().until(() -> REDIS.xpending(STREAM, "vinbridge").getCount() == 0);
    }

    @Test
    void theGroupIsMadeAgainWhenRedisComesBackEmpty() {
        await().until(() -> !REDIS.xinfoGroups(STREAM).isEmpty());
        long before = count("stream", "accepted");
        REDIS.del(STREAM);
        REDIS.xadd(STREAM, Map.of("event", Samples.priced(World.freshVin())));
        await().atMost(ofSeconds(10)).until(() -> count("stream", "accepted") == before + 1);
    }

    @Test
    void aBurstByPubSubIsStoredToTheLast() {
        long before = count("pubsub", "received");
        for (int i = 0; i < 5_000; i++) {
            REDIS.publish(SAMPLES.channel, Samples.priced(World.vin(901, i)));
        }
        await().atMost(ofSeconds(30)).until(() -> count("pubsub", "received") == before + 5_000);
        assertThat(count("pubsub", "accepted")).isGreaterThanOrEqualTo(5_000);
    }

    private static long count(String way, String what) {
        Number count = JsonPath.read(NODE.get("/events/summary").body(), "$." + way + "." + what);
        return count.longValue();
    }

    private static void readers(Act act) throws Exception {
        RouteController controller = NODE.bean(CamelContext.class).getRouteController();
        act.on(controller, "events-read-stream-1");
        act.on(controller, "events-read-stream-2");
    }

    private interface Act {
        void on(RouteController controller, String route) throws Exception;
    }
}
