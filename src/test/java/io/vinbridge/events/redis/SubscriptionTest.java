package io.vinbridge.events.redis;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.listener.ChannelTopic;

/** A subscription that hears something is not given up: what waits in its connection would be lost. */
class SubscriptionTest {

    private static final String CHANNEL = "vehicle.events." + UUID.randomUUID();
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.events.redis.channel=" + CHANNEL,
            "vinbridge.events.redis.stream=" + CHANNEL + ".stream",
            "spring.data.redis.client-name=" + CHANNEL,
            "vinbridge.events.redis.heartbeat-timeout=2s");
    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis());
    private static final RedisCommands<String, String> REDIS = CLIENT.connect().sync();

    private final Subscription subscription = NODE.bean(Subscription.class);

    @AfterAll
    static void end() {
        CLIENT.shutdown();
        WORLD.close();
    }

    @Test
    void hearsABurstToItsEndThatTakesLongerThanAHeartbeatMay() {
        ChannelTopic topic = ChannelTopic.of("burst." + UUID.randomUUID());
        AtomicInteger heard = new AtomicInteger();
        byte[] work = new byte[1 << 20];
        MessageListener slow = (message, pattern) -> {
            for (int times = 0; times < 5; times++) {
                DigestUtils.sha256(work);
            }
            heard.incrementAndGet();
        };
        subscription.addMessageListener(slow, List.of(topic));
        await().until(() -> REDIS.pubsubNumsub(topic.getTopic()).get(topic.getTopic()) == 1);

        for (int number = 0; number < 150; number++) {
            REDIS.publish(topic.getTopic(), "message " + number);
        }

        await().atMost(ofSeconds(30)).until(() -> heard.get() == 150);
        subscription.removeMessageListener(slow, List.of(topic));
    }

    @Test
    void isKeptByANodeThatHadNoTimeToLook() throws Exception {
        await().until(() -> !subscribers().isEmpty());
        List<String> before = subscribers();
        CamelContext camel = NODE.bean(CamelContext.class);
        camel.getRouteController().stopRoute("events-watch-subscription");
        await().pollDelay(ofSeconds(3)).until(() -> true);

        subscription.look();

        camel.getRouteController().startRoute("events-watch-subscription");
        assertThat(subscribers()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** This node's connections that listen to channels, as Redis numbers them. */
    private static List<String> subscribers() {
        return REDIS.clientList()
                .lines()
                .filter(client -> client.contains(" name=" + CHANNEL + " ") && !client.contains(" sub=0 "))
                .map(client -> client.substring(0, client.indexOf(' ')))
                .toList();
    }
}
