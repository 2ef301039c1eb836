package io.vinbridge.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a route answers: a status, headers, and content of one type. */
public record Reply(int status, String type, List<Map.Entry<String, String>> headers, Content content) {

    public static final String JSON = "application/json";

    public static Reply of(int status, String type, Content content) {
        return new Reply(status, type, List.of(), content);
    }

    public static Reply ok(Content json) {
        return of(200, JSON, json);
    }

    /** The whole content, for replies that are small. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, type, more, content);
    }
}
