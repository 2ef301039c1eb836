package io.vinbridge.failures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can go wrong for a caller. The API names each with a stable problem type, so a value is never
 * renamed.
 */
public enum Reason {
    /** The VIN cannot be one: wrong length or characters (49 CFR 565.15). */
    INVALID_VIN,
    /** A parameter or body that the contract does not allow; the detail says where. */
    INVALID_REQUEST,
    /** An event that cannot be understood; the detail says why. */
    INVALID_EVENT,
    /** A route that cannot be run, or that may not; the detail says why. */
    INVALID_ROUTE,
    /** This caller may not do this; the detail says what is needed. */
    FORBIDDEN,
    /** This caller sends more than it may; it is told when to come back. */
    TOO_MANY_REQUESTS,
    /** This node has as much in hand as it has room for; another one may have more, or this one in a moment. */
    BUSY,
    /** The body is larger than this service reads. */
    TOO_LARGE,
    /** The body is in a character set or content coding that this service does not read. */
    UNSUPPORTED_MEDIA_TYPE,
    /** ChromeData does not carry it. */
    NOT_CARRIED,
    /** Not answered in the time a caller waits; it stays queued. */
    PENDING,
    /** ChromeData does not answer, or a breaker keeps calls from it for a while. */
    UPSTREAM_UNAVAILABLE,
    /** ChromeData answers, but refuses: credentials, entitlement, quota or another fault. */
    UPSTREAM_REFUSED,
    /** ChromeData answered with something that is no answer. */
    UPSTREAM_MALFORMED,
    /** The calls of the day are spent, as far as this caller may spend them. */
    BUDGET_SPENT,
    /** The request conflicts with the current state. */
    CONFLICT,
    /** There is no such thing. */
    NOT_FOUND,
    /** It was there, and was deleted when its retention ended. */
    GONE,
    /** The database does not answer. */
    STORE_UNAVAILABLE,
    /** A fault of this service. */
    INTERNAL;

    /** The reason of a word; empty where there is none. */
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The word in problem types and lists, such as {@code not-carried}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
