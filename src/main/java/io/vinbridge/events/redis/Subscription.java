package io.vinbridge.events.redis;

import io.vinbridge.events.EventSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.listener.Topic;
import org.springframework.stereotype.Component;

/**
 * The subscription that {@code spring-redis} endpoints listen through. A subscription may fall silent without an error
 * (a half-open connection, a reconnect that forgets to subscribe), so it hears a heartbeat of its own, and when neither
 * that nor anything else is heard for too long, it is given up and made anew on new connections, with the same
 * listeners. What waits in the connection is lost with that: behind thousands of messages a heartbeat comes late.
 */
@Component("eventsSubscription")
public class Subscription extends RedisMessageListenerContainer {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration TIME_TO_STORE = Duration.ofSeconds(10);
    private static final Duration LATE = RedisRoutes.HEARTBEAT.multipliedBy(2);

    private final RedisConnections connections;
    private final PubSubBuffer buffer;
    private final EventSettings.Redis settings;
    private final ChannelTopic heartbeat;
    private final Map<MessageListener, TopicListener> listeners = new ConcurrentHashMap<>();
    private LiveSubscription live;
    private long lookedAt = System.nanoTime();
    private volatile long heardAt;
    private volatile boolean silent;

    Subscription(RedisConnections connections, PubSubBuffer buffer, EventSettings settings) {
        this.connections = connections;
        this.buffer = buffer;
        this.settings = settings.redis();
        this.heartbeat = ChannelTopic.of(this.settings.channel() + ".heartbeat." + UUID.randomUUID());
    }

    /** Listener that counts what it hears as a sign of life, like a heartbeat. */
    private record TopicListener(MessageListener listener, Collection<? extends Topic> topics) {}

    /** Looks whether the subscription is heard, makes it anew where it is not, and sends the next heartbeat. */
    synchronized void look() {
        if (listeners.isEmpty()) {
            return;
        }
        // Whoever waits for room hears nothing else, nor did a node that was too short of processor time to look.
        if (buffer.full() || since(lookedAt) > LATE.toNanos()) {
            heardAt = System.nanoTime();
        }
        if (live == null || since(heardAt) > settings.heartbeatTimeout().toNanos()) {
            renew();
        }
        try {
            if (live != null) {
                live.publish(heartbeat);
            }
        } catch (RuntimeException e) {
            LOG.debug("A heartbeat was not sent: {}", e.getMessage());
        }
        lookedAt = System.nanoTime();
    }

    private static long since(long moment) {
        return System.nanoTime() - moment;
    }

    /** True if events are listened for, and not heard. */
    public boolean silent() {
        return silent && !listeners.isEmpty();
    }

    @Override
    public synchronized void addMessageListener(MessageListener listener, Collection<? extends Topic> topics) {
        TopicListener alive = new TopicListener(
                (message, pattern) -> {
                    heard();
                    listener.onMessage(message, pattern);
                },
                List.copyOf(topics));
        listeners.put(listener, alive);
        if (live == null) {
            renew();
        } else {
            live.container().addMessageListener(alive.listener, topics);
        }
    }

    @Override
    public synchronized void removeMessageListener(MessageListener listener, Collection<? extends Topic> topics) {
        TopicListener alive = listeners.remove(listener);
        if (listeners.isEmpty()) {
            giveUp();
        } else if (live != null && alive != null) {
            live.container().removeMessageListener(alive.listener, topics);
        }
    }

    private void renew() {
        giveUp();
        LiveSubscription fresh = LiveSubscription.of(
                connections.factory(), settings.heartbeatTimeout().dividedBy(2));
        listeners.values().forEach(alive -> fresh.container().addMessageListener(alive.listener, alive.topics));
        fresh.container().addMessageListener((message, pattern) -> heard(), heartbeat);
        try {
            fresh.container().start();
            live = fresh;
            heardAt = System.nanoTime();
        } catch (RuntimeException e) {
            fresh.abandon();
            fallSilent(e);
        }
    }

    private void heard() {
        heardAt = System.nanoTime();
        if (silent) {
            silent = false;
            LOG.info("The channel {} is listened to again", settings.channel());
        }
    }

    private void fallSilent(RuntimeException e) {
        if (!silent) {
            LOG.warn(
                    "Redis does not answer; the subscription to channel {} is retried every second: {}",
                    settings.channel(),
                    reason(e));
        }
        silent = true;
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : reason(e.getCause());
    }

    private void giveUp() {
        if (live != null) {
            live.abandon();
            live = null;
        }
    }

    @Override
    public void afterPropertiesSet() {
        // Nothing is set from outside.
    }

    @Override
    public void start() {
        // It is started by whoever listens.
    }

    /** Before anything else stops: no message comes in any more, and what came is stored. */
    @Override
    public synchronized void stop() {
        giveUp();
        listeners.clear();
        if (!buffer.drained(TIME_TO_STORE)) {
            LOG.error("Pub/sub messages are lost: they were not stored in {}", TIME_TO_STORE);
        }
    }

    @Override
    public void stop(Runnable done) {
        stop();
        done.run();
    }

    @Override
    public void destroy() {
        giveUp();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isRunning() {
        return !listeners.isEmpty();
    }
}
