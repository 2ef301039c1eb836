package io.vinbridge.api.access;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.Scope;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Handlers of the operations on keys and the audit trail. */
@Component
class AccessHandler {

    private static final int USUAL_LIMIT = 50;
    private static final int LONGEST_NAME = 100;

    private final ApiKeyRepository keys;
    private final AuditTrail audit;
    private final AccessSettings settings;
    private final PagedReplies lists;
    private final JsonReplies replies;
    private final Json json;

    AccessHandler(
            ApiKeyRepository keys,
            AuditTrail audit,
            AccessSettings settings,
            PagedReplies lists,
            JsonReplies replies,
            Json json) {
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
        this.lists = lists;
        this.replies = replies;
        this.json = json;
    }

    /** The body of a new key. */
    record NewKey(String name, String scope, Integer requestsPerMinute, Instant expiresAt) {}

    Reply list() {
        return lists.reply(keys.list(), null);
    }

    Reply make(@Body RequestBody body, @Variable("request") HttpRequest request) {
        NewKey wanted = JsonBodyReader.read(json.mapper(), body, NewKey.class);
        require(
                wanted.name() != null
                        && !wanted.name().isBlank()
                        && wanted.name().length() <= LONGEST_NAME,
                "name must be a text of up to " + LONGEST_NAME + " characters");
        Scope scope = Scope.of(String.valueOf(wanted.scope()))
                .orElseThrow(() ->
                        new Failure(Reason.INVALID_REQUEST, "scope must be one of feed, read, write, operate, admin"));
        require(
                wanted.requestsPerMinute() == null || wanted.requestsPerMinute() > 0,
                "requestsPerMinute must be at least 1");
        require(
                wanted.expiresAt() == null || wanted.expiresAt().isAfter(Instant.now()),
                "expiresAt must be in the future");
        ApiKeyRepository.Wanted key =
                new ApiKeyRepository.Wanted(wanted.name(), scope, wanted.requestsPerMinute(), wanted.expiresAt());
        return replies.reply(201, keys.make(key, request.caller().name()));
    }

    Reply rotate(@Variable("parameters") Parameters parameters, @Variable("request") HttpRequest request) {
        return keys.rotate(
                        parameters.text("id"),
                        settings.access().overlap(),
                        request.caller().name())
                .map(key -> replies.reply(201, key))
                .orElseThrow(AccessHandler::unknown);
    }

    Reply revoke(@Variable("parameters") Parameters parameters) {
        if (!keys.revoke(parameters.text("id"))) {
            throw unknown();
        }
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    Reply audit(@Variable("parameters") Parameters parameters) {
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber("audit", parameters.text("cursor"), Long.MAX_VALUE);
        return lists.part("audit", audit.list(before, limit + 1), limit, AuditTrail.Entry::number, entry -> entry);
    }

    private static Failure unknown() {
        return new Failure(Reason.NOT_FOUND, "There is no such key, or it lets in no more");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Failure(Reason.INVALID_REQUEST, otherwise);
        }
    }
}
