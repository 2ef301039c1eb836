package io.vinbridge.api.changes;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.publishing.webhooks.DeliveryLog;
import io.vinbridge.publishing.webhooks.Webhook;
import io.vinbridge.publishing.webhooks.Webhook.Wanted;
import io.vinbridge.publishing.webhooks.Webhook.WithSecret;
import io.vinbridge.publishing.webhooks.Webhooks;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for webhooks, and answers them. */
@Component
class WebhookHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_NAMED = 10_000;
    private static final String LIST = "webhooks";
    private static final String DELIVERIES = "webhook-deliveries";

    private final Webhooks webhooks;
    private final DeliveryLog deliveries;
    private final PagedReplies lists;
    private final JsonReplies replies;
    private final Json json;

    WebhookHandler(Webhooks webhooks, DeliveryLog deliveries, PagedReplies lists, JsonReplies replies, Json json) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.lists = lists;
        this.replies = replies;
        this.json = json;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long after = PageCursor.readNumber(LIST, parameters.text("cursor"), 0);
        return lists.part(LIST, webhooks.list(after, limit + 1), limit, Webhook::number, WebhookJson::of);
    }

    Reply create(@Body RequestBody body) {
        Asked asked = JsonBodyReader.read(json.mapper(), body, Asked.class);
        WithSecret made = webhooks.create(asked.wanted(), asked.secret());
        return replies.reply(201, WebhookJson.of(made))
                .with("Location", "/api/v1/webhooks/" + made.webhook().id());
    }

    Reply find(@Variable("parameters") Parameters parameters) {
        return replies.ok(WebhookJson.of(webhooks.get(id(parameters))));
    }

    Reply replace(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        Asked asked = JsonBodyReader.read(json.mapper(), body, Asked.class);
        if (asked.secret() != null) {
            throw new Failure(Reason.INVALID_REQUEST, "A secret is replaced by POST .../rotate-secret");
        }
        return replies.ok(WebhookJson.of(webhooks.replace(id(parameters), asked.wanted())));
    }

    Reply delete(@Variable("parameters") Parameters parameters) {
        webhooks.delete(id(parameters));
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    Reply rotate(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        String secret = body == null
                ? null
                : JsonBodyReader.read(json.mapper(), body, Rotation.class).secret();
        return replies.ok(WebhookJson.of(webhooks.rotate(id(parameters), secret)));
    }

    Reply ping(@Variable("parameters") Parameters parameters) {
        return replies.reply(202, deliveries.ping(id(parameters)));
    }

    Reply deliveries(@Variable("parameters") Parameters parameters) {
        UUID id = webhooks.get(id(parameters)).id();
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber(DELIVERIES, parameters.text("cursor"), Long.MAX_VALUE);
        return lists.part(
                DELIVERIES, deliveries.list(id, before, limit + 1), limit, DeliveryLog.Entry::id, delivery -> delivery);
    }

    Reply replay(@Variable("parameters") Parameters parameters) {
        deliveries.replay(id(parameters), parameters.integer("delivery"));
        return Reply.of(202, Reply.JSON, Content.NONE);
    }

    private static UUID id(Parameters parameters) {
        try {
            return UUID.fromString(parameters.text("id"));
        } catch (IllegalArgumentException e) {
            throw new Failure(Reason.NOT_FOUND, "There is no webhook " + parameters.text("id"));
        }
    }

    /** The body of a request for a webhook. */
    record Asked(
            String url,
            String description,
            List<String> kinds,
            List<String> vins,
            String make,
            String model,
            Boolean enabled,
            String secret) {

        Wanted wanted() {
            if (vins != null && vins.size() > MOST_NAMED) {
                throw new Failure(Reason.INVALID_REQUEST, "Name " + MOST_NAMED + " vehicles at most, or a make");
            }
            return new Wanted(
                    url,
                    description,
                    kinds == null ? List.of() : kinds,
                    vins == null
                            ? List.of()
                            : vins.stream().map(vin -> Vin.of(vin).value()).toList(),
                    make,
                    model,
                    enabled == null || enabled);
        }
    }

    /** The body of a request for another secret. */
    record Rotation(String secret) {}
}
