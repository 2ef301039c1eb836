package io.vinbridge.sandbox.http;

import java.io.IOException;

/** Answers requests. */
@FunctionalInterface
public interface Handler {

    /** Answers one request by giving exactly one reply to the sender, which returns when the last byte is out. */
    void handle(Request request, Sender sender) throws IOException;

    /** Sends a reply to whoever asked. */
    @FunctionalInterface
    interface Sender {
        void send(Reply reply) throws IOException;
    }
}
