package io.vinbridge.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A key as it is listed.
 *
 * @param key what lets in: shown once, when it is made, and kept nowhere
 */
record ApiKey(
        String id,
        String name,
        String scope,
        Integer requestsPerMinute,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt,
        String replacedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) String key) {

    ApiKey shownOnce(String secret) {
        return new ApiKey(
                id,
                name,
                scope,
                requestsPerMinute,
                madeBy,
                madeAt,
                expiresAt,
                revokedAt,
                lastUsedAt,
                replacedBy,
                secret);
    }
}
