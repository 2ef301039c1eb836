package io.vinbridge.api.http.engine;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.http.coding.AcceptedCodings;
import io.vinbridge.api.http.connection.Transfers;
import io.vinbridge.tracing.Requester;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes a request through its route on the thread it came in on. Of the request, an exchange gets the method, the path
 * and the body; no header and no parameter of a caller becomes a header of an exchange, where some names would steer
 * it.
 */
class SameThreadConsumer extends DefaultConsumer implements PlatformHttpConsumer, Suspendable {

    private final Problems problems;
    private final RequestTimes times;
    private final HttpSettings settings;
    private final Transfers transfers;

    SameThreadConsumer(
            PlatformHttpEndpoint endpoint,
            Processor processor,
            Problems problems,
            RequestTimes times,
            HttpSettings settings,
            Transfers transfers) {
        super(endpoint, processor);
        this.problems = problems;
        this.times = times;
        this.settings = settings;
        this.transfers = transfers;
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestBody body = RequestBody.of(request, settings);
        try {
            serve(request, body, response);
        } finally {
            if (body != null) {
                body.done();
            }
        }
    }

    private void serve(HttpServletRequest request, RequestBody body, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        Exchange exchange = createExchange(true);
        exchange.setPattern(ExchangePattern.InOut);
        Reply reply;
        String operation = null;
        Requester.is(caller(request));
        try {
            createUoW(exchange);
            read(request, body, exchange);
            getAsyncProcessor().process(exchange);
            reply = reply(exchange);
            operation = exchange.getVariable(HttpRequest.OPERATION, String.class);
            request.setAttribute(HttpRequest.OPERATION, operation);
        } catch (Exception e) {
            reply = problems.reply(e);
        } finally {
            Requester.is(null);
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
        try {
            send(AcceptedCodings.gzip(request) ? reply.inGzip() : reply, request, response);
        } finally {
            times.record(operation, reply.status(), System.nanoTime() - began);
        }
    }

    /** What the network takes at once is sent on this thread: anything else costs more than most answers. */
    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reply.head(response) && !"HEAD".equals(request.getMethod())) {
            if (OutgoingReply.large(reply.content())) {
                OutgoingReply.send(reply.content(), request, response, transfers, settings);
            } else {
                reply.content().writeTo(response.getOutputStream());
            }
        }
    }

    private static void read(HttpServletRequest request, RequestBody body, Exchange exchange) {
        exchange.setVariable(HttpRequest.VARIABLE, HttpRequest.of(request));
        Message message = exchange.getIn();
        message.setHeader(Exchange.HTTP_METHOD, request.getMethod());
        message.setHeader(Exchange.HTTP_PATH, path(request));
        message.setBody(body);
    }

    private static String caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Caller caller ? caller.id() : null;
    }

    private static String path(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return inside == null ? request.getServletPath() : request.getServletPath() + inside;
    }

    private Reply reply(Exchange exchange) {
        if (exchange.getException() != null) {
            return problems.reply(exchange.getException());
        }
        if (exchange.getMessage().getBody() instanceof Reply reply) {
            return reply;
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Reply unmatched = problems.unmatched(status == null ? 404 : status);
        String allow = exchange.getMessage().getHeader("Allow", String.class);
        return allow == null ? unmatched : unmatched.with("Allow", allow);
    }
}
