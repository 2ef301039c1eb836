package io.vinbridge.api.http;

/** Whether somebody who was let in would be let in now: for requests that last. */
public interface CallerValidity {

    /** True as well where nobody can say, because the database does not answer. */
    boolean holds(Caller caller);
}
