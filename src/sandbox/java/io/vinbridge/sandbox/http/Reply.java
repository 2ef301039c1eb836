package io.vinbridge.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP reply. The length, or that it goes in chunks, is added when it is sent. */
public record Reply(int status, Map<String, String> headers, Content content, Manner manner) {

    /** A reply with a body of known bytes. */
    public static Reply of(int status, String contentType, byte[] body) {
        return of(status, contentType, Content.of(body));
    }

    /** A reply in UTF-8. */
    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A reply whose body writes itself. */
    public static Reply of(int status, String contentType, Content content) {
        return new Reply(status, Map.of("Content-Type", contentType), content, Manner.PROPER);
    }

    /** A reply with nothing in it, such as 304. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Content.of(), Manner.PROPER);
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, content, manner);
    }

    public Reply content(Content other) {
        return new Reply(status, headers, other, manner);
    }

    public Reply manner(Manner other) {
        return new Reply(status, headers, content, other);
    }
}
