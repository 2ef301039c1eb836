package io.vinbridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The shape of every list of the API: {@code items}, and {@code next}, a cursor or null. */
@Component
class Lists {

    private final ObjectMapper json;

    Lists(ObjectMapper json) {
        this.json = json;
    }

    Reply reply(Object items, String next) {
        return reply(items, next, Map.of());
    }

    /** With members of its own beside the two. */
    Reply reply(Object items, String next, Map<String, ?> more) {
        Map<String, Object> list = new LinkedHashMap<>(more);
        list.put("items", items);
        list.put("next", next);
        try {
            return Reply.ok(Content.of(json.writeValueAsBytes(list)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be written", e);
        }
    }
}
