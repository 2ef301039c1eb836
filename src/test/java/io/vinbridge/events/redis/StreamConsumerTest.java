package io.vinbridge.events.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.vinbridge.events.EventSettings;
import io.vinbridge.testing.TestServers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The consumer of the stream at its end, beside a real Redis. */
class StreamConsumerTest {

    private final RedisClient client = RedisClient.create(TestServers.redis());
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @Test
    void endsWhatItHasInHandBeforeItStops() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            EventSettings.Redis settings =
                    StreamReaderTest.settings("consumer-" + UUID.randomUUID(), Duration.ofSeconds(15));
            StreamReader reader = new StreamReader(this::slowly, settings, "one");
            StreamEndpoint endpoint = new StreamEndpoint("redis-stream:any", null, reader);
            endpoint.setCamelContext(camel);
            camel.start();
            StreamConsumer consumer = (StreamConsumer) endpoint.createConsumer(exchange -> {});
            consumer.start();
            reading.await();

            CompletableFuture<Void> stop = CompletableFuture.runAsync(consumer::stop);
            await().until(() -> interrupted.get() || consumer.isStoppingOrStopped());
            answered.countDown();
            stop.join();

            assertThat(interrupted).isFalse();
        } finally {
            client.shutdown();
        }
    }

    private StatefulRedisConnection<String, byte[]> slowly() {
        reading.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw new IllegalStateException(e);
        }
        return client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }
}
