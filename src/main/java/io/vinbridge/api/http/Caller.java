package io.vinbridge.api.http;

import java.security.Principal;
import java.time.Instant;

/**
 * Authenticated caller of a request.
 *
 * @param id of the key, or the subject of a token: it tells callers apart, and is nothing that lets in
 * @param name as people know it
 * @param requestsPerMinute how many requests it may send; null for as many as it likes
 * @param until when a token lets them in no more; null where a key is asked for that
 */
public record Caller(String id, String name, Scope scope, Integer requestsPerMinute, Instant until)
        implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
