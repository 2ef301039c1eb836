package io.vinbridge.publishing.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A receiver of changes, as it stands.
 *
 * @param number its place in the list
 * @param disabledReason why it was switched off, null where it is on, or a person did
 * @param failures how many attempts in a row have failed
 * @param restingUntil when it is tried again; null where it does not rest
 */
public record Webhook(
        long number,
        UUID id,
        Wanted wanted,
        String disabledReason,
        int failures,
        Instant restingUntil,
        Instant createdAt,
        Instant changedAt) {

    /**
     * Properties of a webhook to create or to change.
     *
     * @param kinds of changes; empty for all
     * @param vins of vehicles; empty for all
     * @param make of vehicles, without regard to case; null for all
     * @param model of vehicles, without regard to case; null for all
     */
    public record Wanted(
            String url,
            String description,
            List<String> kinds,
            List<String> vins,
            String make,
            String model,
            boolean enabled) {}

    /** A webhook with the secret that it signs with from now on, told this once. */
    public record WithSecret(Webhook webhook, String secret) {}
}
