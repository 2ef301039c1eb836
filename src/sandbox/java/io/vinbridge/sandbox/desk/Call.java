package io.vinbridge.sandbox.desk;

import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.ledger.Subject;

/** A request that was understood: its operation, what it is about, and how it is properly answered. */
public record Call(String operation, Subject subject, Answer answer) {

    /** Works out the proper answer; compressed only if that is allowed and the caller accepts it. */
    @FunctionalInterface
    public interface Answer {
        Reply reply(boolean gzip);
    }
}
