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

    private static final String VISITOR = "visitor ";

    /** Somebody without a key who may read what is open to anyone; each address counts as one. */
    public static Caller visitor(String address) {
        return new Caller(VISITOR + address, "anyone", Scope.READ, null, null);
    }

    /** True of somebody who shows no key. */
    public boolean visits() {
        return id.startsWith(VISITOR);
    }

    @Override
    public String getName() {
        return name;
    }
}
