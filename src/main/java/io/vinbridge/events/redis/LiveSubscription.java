package io.vinbridge.events.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Connections and listeners of the {@link Subscription} until it falls silent. */
record LiveSubscription(LettuceConnectionFactory factory, RedisMessageListenerContainer container) {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSubscription.class);

    /** One that is not started; {@code patience} is what starting it may take. */
    static LiveSubscription of(LettuceConnectionFactory factory, Duration patience) {
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(factory);
        // In the order of coming, on the thread that reads from the socket: a thread for each message could not keep
        // up.
        container.setTaskExecutor(new SyncTaskExecutor());
        container.setMaxSubscriptionRegistrationWaitingTime(patience.toMillis());
        container.setErrorHandler(failure -> LOG.error("A pub/sub message is lost", failure));
        container.afterPropertiesSet();
        return new LiveSubscription(factory, container);
    }

    /** Sends an empty message. */
    void publish(ChannelTopic channel) {
        factory.getConnection().publish(channel.getTopic().getBytes(UTF_8), new byte[0]);
    }

    /** Takes as long as it takes; a connection that is half open answers to nothing. */
    void abandon() {
        Thread thread = new Thread(this::close, "events-subscription-end");
        thread.setDaemon(true);
        thread.start();
    }

    private void close() {
        try {
            container.destroy();
        } catch (Exception e) {
            LOG.debug("An abandoned subscription failed to close", e);
        }
        factory.destroy();
    }
}
