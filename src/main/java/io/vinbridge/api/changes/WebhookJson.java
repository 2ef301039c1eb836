package io.vinbridge.api.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.publishing.webhooks.Webhook;
import io.vinbridge.publishing.webhooks.Webhook.WithSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as the contract has it.
 *
 * @param secret only where it was made just now
 */
record WebhookJson(
        UUID id,
        String url,
        String description,
        List<String> kinds,
        List<String> vins,
        String make,
        String model,
        boolean enabled,
        String disabledReason,
        int failures,
        Instant restingUntil,
        Instant createdAt,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static WebhookJson of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookJson of(WithSecret made) {
        return of(made.webhook(), made.secret());
    }

    private static WebhookJson of(Webhook webhook, String secret) {
        return new WebhookJson(
                webhook.id(),
                webhook.wanted().url(),
                webhook.wanted().description(),
                webhook.wanted().kinds(),
                webhook.wanted().vins(),
                webhook.wanted().make(),
                webhook.wanted().model(),
                webhook.wanted().enabled(),
                webhook.disabledReason(),
                webhook.failures(),
                webhook.restingUntil(),
                webhook.createdAt(),
                webhook.changedAt(),
                secret);
    }
}
