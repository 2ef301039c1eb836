package io.vinbridge.api.representation;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.failures.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Pages of every list of the API: {@code items}, and {@code next}, a cursor or null. */
@Component
public class PagedReplies {

    private final Json json;

    PagedReplies(Json json) {
        this.json = json;
    }

    /** A list that is whole, or whose next part begins at {@code next}. */
    public Reply reply(Object items, String next) {
        return reply(items, next, Map.of());
    }

    /**
     * A part of a longer list.
     *
     * @param found the part, and one more where the list goes on after it
     * @param key what an item's place in the list is known by
     */
    public <T> Reply part(String list, List<T> found, int limit, Function<T, ?> key, Function<T, ?> item) {
        List<T> part = found.subList(0, Math.min(limit, found.size()));
        List<String> next =
                found.size() > limit ? List.of(key.apply(part.get(limit - 1)).toString()) : null;
        return reply(part.stream().map(item).toList(), PageCursor.write(list, next));
    }

    /** With members of its own beside the two. */
    public Reply reply(Object items, String next, Map<String, ?> more) {
        Map<String, Object> list = new LinkedHashMap<>(more);
        list.put("items", items);
        list.put("next", next);
        return Reply.ok(Content.of(json.bytes(list)));
    }
}
