package io.vinbridge.sandbox.ledger;

import io.vinbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A request as it came. */
public record RecordedRequest(Instant at, String service, String operation, Request request) {

    public String method() {
        return request.method();
    }

    public String target() {
        return request.target();
    }

    /** The headers, found by name in any case. */
    public Map<String, String> headers() {
        return request.headers();
    }

    public Optional<String> header(String name) {
        return request.header(name);
    }

    public String body() {
        return request.text();
    }
}
