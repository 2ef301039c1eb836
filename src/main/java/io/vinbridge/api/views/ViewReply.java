package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.caching.ConditionalRequest;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.vehicles.CanonicalJson;
import java.time.Instant;
import java.util.function.Supplier;

/** Replies with a view: with an entity tag that covers it, and with the members that are picked. */
final class ViewReply {

    private ViewReply() {}

    /** {@code look} is when ChromeData was last asked, null where that is not known. */
    static Reply of(
            HttpRequest request, String tag, Instant look, FieldSelection fields, Supplier<ObjectNode> content) {
        return ConditionalRequest.reply(
                        request, tag, look, () -> Content.of(CanonicalJson.write(fields.of(content.get()))))
                .with("Vary", "Accept");
    }

    /** The same of what is written already. */
    static Reply whole(
            HttpRequest request, String tag, Instant look, FieldSelection fields, Supplier<Content> content) {
        return ConditionalRequest.reply(request, tag, look, () -> fields.of(content.get()))
                .with("Vary", "Accept");
    }
}
