package io.vinbridge.api.http;

/** Check, for requests that last, that an authenticated caller would still be let in now. */
public interface CallerValidity {

    /** True as well where nobody can say, because the database does not answer. */
    boolean holds(Caller caller);
}
