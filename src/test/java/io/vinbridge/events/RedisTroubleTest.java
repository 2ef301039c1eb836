package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.CommandType;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.Relay;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Redis that is not there yet, and Redis that falls silent without a word. */
class RedisTroubleTest {

    @Test
    void aNodeServesWithoutRedisSaysSoJoinsWhenItComesAndComesBackFromAHalfOpenConnection() throws Exception {
        Samples own = new Samples();
        RedisClient client = RedisClient.create(TestServers.redis());
        RedisCommands<String, String> redis = client.connect().sync();
        try (World world = World.create();
                Relay relay = new Relay(URI.create(TestServers.redis()).getPort())) {
            Node node = world.node(
                    "spring.data.redis.url=redis://127.0.0.1:" + relay.port(),
                    "vinbridge.events.redis.stream=" + own.stream,
                    "vinbridge.events.redis.channel=" + own.channel);
            assertThat(node.health("/actuator/health/readiness")).contains("\"status\":\"UP\"");
            assertThat(node.health("/actuator/health")).contains("DEGRADED");
            assertThat(node.get("/vehicles/" + World.freshVin()).statusCode()).isEqualTo(200);

            relay.open();
            redis.xadd(own.stream, Map.of("event", Samples.priced(World.freshVin())));
            await().atMost(ofSeconds(10)).until(() -> accepted(node, "stream") == 1);
            heard(node, redis, own.channel);
            await().atMost(ofSeconds(10))
                    .until(() -> !node.health("/actuator/health").contains("DEGRADED"));

            relay.freeze();
            redis.xadd(own.stream, Map.of("event", Samples.priced(World.freshVin())));
            heard(node, redis, own.channel);
            await().atMost(ofSeconds(10)).until(() -> accepted(node, "stream") == 2);
        } finally {
            client.shutdown();
        }
    }

    /**
     * A replica, a full memory and a disk that cannot be saved to are told by the same words of Redis, on the same way.
     */
    @Test
    void aNodeTellsThatRedisAnswersAndLetsNothingBeWrittenUntilItDoes() {
        RedisClient client = RedisClient.create(TestServers.redis());
        RedisCommands<String, String> redis = client.connect().sync();
        String user = "reader-" + UUID.randomUUID();
        redis.aclSetuser(
                user,
                AclSetuserArgs.Builder.on()
                        .nopass()
                        .allKeys()
                        .allChannels()
                        .allCommands()
                        .removeCommand(CommandType.XADD));
        try (World world = World.create()) {
            Node node =
                    world.node("spring.data.redis.url=" + TestServers.redis().replace("://", "://" + user + ":any@"));
            await().atMost(ofSeconds(10))
                    .until(() -> node.health("/actuator/health/events").contains("redis-refusing"));
            assertThat(node.health("/actuator/health/events"))
                    .contains("NOPERM")
                    .contains("runbooks.md#redis-refusing");
            assertThat(node.health("/actuator/health/readiness")).contains("\"status\":\"UP\"");

            redis.aclSetuser(user, AclSetuserArgs.Builder.allCommands());
            await().atMost(ofSeconds(10))
                    .until(() -> node.health("/actuator/health/events").contains("\"UP\""));
        } finally {
            redis.aclDeluser(user);
            client.shutdown();
        }
    }

    /** Within ten seconds something that is published comes in. */
    private static void heard(Node node, RedisCommands<String, String> redis, String channel) {
        int before = accepted(node, "pubsub");
        await().atMost(ofSeconds(10)).until(() -> {
            redis.publish(channel, Samples.priced(World.freshVin()));
            return accepted(node, "pubsub") > before;
        });
    }

    private static int accepted(Node node, String way) {
        return JsonPath.read(node.get("/events/summary").body(), "$." + way + ".accepted");
    }
}
