package io.vinbridge.api.caching;

import io.vinbridge.api.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that say how old they are (RFC 9111, 5.1): the whole seconds since ChromeData was asked. Caches may keep
 * them, for their caller only, and must ask each time whether they still hold, because what is stored changes by
 * itself.
 */
public final class AgeHeader {

    private static final Map.Entry<String, String> ASK_AGAIN = Map.entry("Cache-Control", "private, no-cache");

    private AgeHeader() {}

    /**
     * {@code look} is when ChromeData was asked, null where that is not known. This node's clock may be behind the
     * database's.
     */
    public static Reply reply(Reply reply, @Nullable Instant look) {
        if (look == null) {
            return new Reply(reply.status(), reply.type(), List.of(ASK_AGAIN), reply.content());
        }
        long age = Math.max(0, (System.currentTimeMillis() - look.toEpochMilli()) / 1000);
        return new Reply(
                reply.status(),
                reply.type(),
                List.of(ASK_AGAIN, Map.entry("Age", Long.toString(age))),
                reply.content());
    }
}
