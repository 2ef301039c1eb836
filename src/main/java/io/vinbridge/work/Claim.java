package io.vinbridge.work;

import java.util.Locale;
import java.util.Map;

/** A piece of work in this node's hands for the length of its lease. Its result counts only while the token is the row's. */
public record Claim(String key, String kind, String ask, Cause cause, String correlationId, long token, int attempts) {

    /** From a row as camel-sql returns it. */
    public static Claim of(Map<String, Object> row) {
        return new Claim(
                (String) row.get("request_key"),
                (String) row.get("kind"),
                (String) row.get("ask"),
                Cause.valueOf(((String) row.get("cause")).toUpperCase(Locale.ROOT)),
                (String) row.get("correlation_id"),
                ((Number) row.get("token")).longValue(),
                ((Number) row.get("attempts")).intValue());
    }
}
