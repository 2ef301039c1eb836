package io.vinbridge.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** HTTP request. */
public final class Request {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * The target is the path and the query, still encoded; headers are found by name in any case; the body has no
     * transfer coding.
     */
    public Request(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The body's own bytes, not a copy. */
    public byte[] body() {
        return body;
    }

    /** The path, still encoded. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The query's parameters, decoded; one without a value is empty. */
    public Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean acceptsGzip() {
        return header("Accept-Encoding")
                .filter(codings -> codings.contains("gzip"))
                .isPresent();
    }

    /** Decodes a part of a path or query; in a path a plus is a plus. */
    public static String decoded(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
