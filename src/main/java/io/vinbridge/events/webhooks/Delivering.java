package io.vinbridge.events.webhooks;

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
import org.springframework.stereotype.Component;

/**
 * Makes deliveries. Of what this node makes at once, one receiver gets a small share, and only one at a time once half of it is taken:
 * receivers that hang do not take the room of the others.
 */
@Component
class Delivering {

    private final Deliveries deliveries;
    private final Posting posting;
    private final ObjectMapper json;
    private final WebhookSettings settings;
    private final MeterRegistry meters;
    private final Map<Long, UUID> inHand = new ConcurrentHashMap<>();

    Delivering(
            Deliveries deliveries, Posting posting, ObjectMapper json, WebhookSettings settings, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.posting = posting;
        this.json = json;
        this.settings = settings;
        this.meters = meters;
    }

    /** Takes in hand what is due and there is room for. */
    List<Delivery> claim() {
        int room = settings.atOnce() - inHand.size();
        if (room <= 0) {
            return List.of();
        }
        int each = room > settings.atOnce() / 2 ? settings.atOnceEach() : 1;
        Map<UUID, Integer> busy =
                inHand.values().stream().collect(Collectors.toMap(webhook -> webhook, webhook -> 1, Integer::sum));
        List<Delivery> claimed = deliveries.claim(room, each, busy);
        claimed.forEach(delivery -> inHand.put(delivery.token(), delivery.webhook()));
        return claimed;
    }

    void deliver(@Body Delivery delivery) throws JsonProcessingException {
        Outcome outcome = attempt(delivery);
        deliveries.settle(delivery, outcome, pause(delivery.attempts()));
        meters.counter("vinbridge.webhooks.attempts", "outcome", outcome.delivered() ? "delivered" : "failed")
                .increment();
    }

    void done(@Body Delivery delivery) {
        inHand.remove(delivery.token());
    }

    private Outcome attempt(Delivery delivery) throws JsonProcessingException {
        if (delivery.change() == null && !delivery.ping()) {
            return Outcome.failed("The change is not kept any more");
        }
        byte[] body = json.writeValueAsBytes(Message.of(delivery));
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
        double doubled = (double) settings.firstPause().toMillis() * Math.pow(2, Math.min(attempts - 1, 40));
        double most = Math.min(doubled, (double) settings.longestPause().toMillis());
        return Duration.ofMillis((long) (most * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
