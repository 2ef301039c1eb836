package io.vinbridge.publishing.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Worker that makes deliveries, with a bulkhead for each receiver: one gets a small share of those that this node makes
 * at once, and only one at a time once half of them is taken, so that receivers that hang do not take the room of the
 * others. A node that stops waits a moment for attempts under way, and hands back those that hang: another node makes
 * that attempt again, under the same message id.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final long LOOK_EVERY = 20;

    private final Deliveries deliveries;
    private final WebhookClient posting;
    private final ObjectMapper json;
    private final WebhookSettings settings;
    private final MeterRegistry meters;
    private final Map<Long, Delivery> inHand = new ConcurrentHashMap<>();
    private volatile boolean running;

    DeliveryWorker(
            Deliveries deliveries,
            WebhookClient posting,
            ObjectMapper json,
            WebhookSettings settings,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.posting = posting;
        this.json = json;
        this.settings = settings;
        this.meters = meters;
    }

    /** Takes in hand what is due and there is room for. */
    List<Delivery> claim() {
        int room = running ? settings.concurrentDeliveries() - inHand.size() : 0;
        if (room <= 0) {
            return List.of();
        }
        int each = room > settings.concurrentDeliveries() / 2 ? settings.concurrentDeliveriesEach() : 1;
        Map<UUID, Integer> busy =
                inHand.values().stream().collect(Collectors.toMap(Delivery::webhook, delivery -> 1, Integer::sum));
        List<Delivery> claimed = deliveries.claim(room, each, busy);
        claimed.forEach(delivery -> inHand.put(delivery.token(), delivery));
        return claimed;
    }

    void deliver(@Body Delivery delivery) throws JsonProcessingException {
        DeliveryOutcome outcome = attempt(delivery);
        deliveries.settle(delivery, outcome, pause(delivery.attempts()));
        meters.counter("vinbridge.webhooks.attempts", "outcome", outcome.delivered() ? "delivered" : "failed")
                .increment();
    }

    void done(@Body Delivery delivery) {
        inHand.remove(delivery.token());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        long end = System.nanoTime() + settings.drain().toNanos();
        try {
            while (!inHand.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.handBack(inHand.values());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before Camel, whose phase is the next. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 1024;
    }

    private DeliveryOutcome attempt(Delivery delivery) throws JsonProcessingException {
        if (delivery.change() == null && !delivery.ofItself()) {
            return DeliveryOutcome.failed("The change is not kept any more");
        }
        byte[] body = json.writeValueAsBytes(WebhookMessage.of(delivery));
        long timestamp = Instant.now().getEpochSecond();
        String signatures = delivery.secrets().stream()
                .map(secret -> secret.sign(delivery.messageId(), timestamp, body))
                .collect(Collectors.joining(" "));
        return posting.post(
                delivery.url(),
                Map.of(
                        "webhook-id",
                        delivery.messageId(),
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signatures),
                body);
    }

    /** Doubles with every attempt; up to half is left out, so that what failed together does not come back together. */
    private Duration pause(int attempts) {
        double doubled = (double) settings.firstBackoff().toMillis() * Math.pow(2, Math.min(attempts - 1, 40));
        double most = Math.min(doubled, (double) settings.maxBackoff().toMillis());
        return Duration.ofMillis((long) (most * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
