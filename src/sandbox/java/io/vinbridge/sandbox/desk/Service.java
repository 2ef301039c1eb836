package io.vinbridge.sandbox.desk;

import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;

/** One of the services that the sandbox stands in for. */
public interface Service {

    /** The service's name: ads, media or pictures. */
    String name();

    /** Understands a request. One that makes no sense is a call too, whose answer says so. */
    Call read(Request request);

    /** Failure of this service. */
    Reply fault();

    /** How this service complains of the form of a request, whatever it asks. */
    default Reply complaint() {
        return Reply.of(400, "text/plain;charset=utf-8", "Bad request.");
    }

    /** How this service refuses. */
    Reply refusal(Refusal why);
}
