package io.vinbridge.events.webhooks;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * The body of a message, as Standard Webhooks has it.
 *
 * @param type the kind of the change, or {@code ping}
 * @param data the change, as JSON
 */
record Message(String type, Instant timestamp, @JsonRawValue String data) {

    static Message of(Delivery delivery) {
        return new Message(delivery.kind(), delivery.at(), delivery.change() == null ? "{}" : delivery.change());
    }
}
