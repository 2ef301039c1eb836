package io.vinbridge.publishing.webhooks;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * The body of a message, as Standard Webhooks has it.
 *
 * @param type the kind of the change, or {@code ping}
 * @param data the change, as JSON
 */
record WebhookMessage(
        String type, Instant timestamp, @JsonRawValue String data) {

    static WebhookMessage of(Delivery delivery) {
        return new WebhookMessage(delivery.kind(), delivery.at(), delivery.change() == null ? "{}" : delivery.change());
    }
}
