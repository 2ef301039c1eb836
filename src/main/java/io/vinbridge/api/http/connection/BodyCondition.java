package io.vinbridge.api.http.connection;

/**
 * Condition under which a body is received at all: where it does not hold, the operation refuses the request without
 * reading it.
 */
public interface BodyCondition {

    /** Whether the body of a request is wanted. */
    boolean wanted(String method, String path);
}
