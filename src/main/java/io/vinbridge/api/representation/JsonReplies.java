package io.vinbridge.api.representation;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.failures.Json;
import org.springframework.stereotype.Component;

/** Replies of one value in JSON. */
@Component
public class JsonReplies {

    private final Json json;

    JsonReplies(Json json) {
        this.json = json;
    }

    public Reply ok(Object value) {
        return reply(200, value);
    }

    public Reply reply(int status, Object value) {
        return Reply.of(status, Reply.JSON, Content.of(json.bytes(value)));
    }
}
