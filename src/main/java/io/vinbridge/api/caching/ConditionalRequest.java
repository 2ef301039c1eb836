package io.vinbridge.api.caching;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers with 304 where the caller has what it would get, without making it (RFC 9110, 13.1.2). */
public final class ConditionalRequest {

    private ConditionalRequest() {}

    /** {@code look} is when ChromeData was last asked, null where that is not known. */
    public static Reply reply(HttpRequest request, String tag, @Nullable Instant look, Supplier<Content> content) {
        Reply reply =
                matches(request.ifNoneMatch(), tag) ? Reply.of(304, Reply.JSON, Content.NONE) : Reply.ok(content.get());
        return AgeHeader.reply(reply, look).with("ETag", tag);
    }

    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.equals(tag) || ifNoneMatch.equals("*") || listed(ifNoneMatch, tag);
    }

    /** The comparison is the weak one: {@code W/} does not count. */
    private static boolean listed(String ifNoneMatch, String tag) {
        String opaque = tag.substring(tag.indexOf('"'));
        for (String one : ifNoneMatch.split(",", -1)) {
            String given = one.strip();
            if (given.substring(Math.max(0, given.indexOf('"'))).equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
