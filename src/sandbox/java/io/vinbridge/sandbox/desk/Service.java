package io.vinbridge.sandbox.desk;

import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;

/** One of the services that the sandbox stands in for. */
public interface Service {

    /** The service's name: ads, media or pictures. */
    String name();

    /** Understands a request. One that makes no sense is a call too, whose answer says so. */
    Call read(Request request);

    /** How this service fails. */
    Reply fault();

    /** How this service refuses. */
    Reply refusal(Refusal why);
}
