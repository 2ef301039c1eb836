package io.vinbridge.api.http;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Takes a request through its route on the thread it came in on. Of the request, an exchange gets the method, the path and the body;
 * no header and no parameter of a caller becomes a header of an exchange.
 */
class SameThreadConsumer extends SpringBootPlatformHttpConsumer {

    private final Problems problems;
    private final int largestBody;

    SameThreadConsumer(PlatformHttpEndpoint endpoint, Processor processor, Problems problems, HttpSettings settings) {
        super(endpoint, processor, Runnable::run);
        this.problems = problems;
        this.largestBody = Math.toIntExact(settings.largestBody().toBytes());
    }

    /** Null tells Spring MVC that the request is answered already. */
    @Override
    @ResponseBody
    public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
        try {
            handleService(request, response);
        } catch (IOException e) {
            // The caller is gone; there is nobody left to tell.
        }
        return null;
    }

    @Override
    protected void handleService(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isSuspended()) {
            write(problems.reply(new Failure(Reason.STORE_UNAVAILABLE, "The service is stopping")), response);
            return;
        }
        Exchange exchange = createExchange(true);
        exchange.setPattern(ExchangePattern.InOut);
        Reply reply;
        try {
            createUoW(exchange);
            read(request, exchange);
            getProcessor().process(exchange);
            reply = reply(exchange);
        } catch (Exception e) {
            reply = problems.reply(e);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
        write(reply, response);
    }

    private void read(HttpServletRequest request, Exchange exchange) throws IOException {
        exchange.setVariable(
                HttpRequest.VARIABLE,
                new HttpRequest(
                        request.getMethod(),
                        request.getRequestURI(),
                        HttpRequest.query(request.getQueryString()),
                        request.getHeader("If-None-Match")));
        Message message = exchange.getIn();
        message.setHeader(Exchange.HTTP_METHOD, request.getMethod());
        message.setHeader(Exchange.HTTP_PATH, request.getServletPath());
        message.setBody(body(request));
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > largestBody) {
            throw tooLarge();
        }
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(largestBody);
        if (body.length == largestBody && in.read() >= 0) {
            throw tooLarge();
        }
        return body;
    }

    private Failure tooLarge() {
        return new Failure(Reason.TOO_LARGE, "The body is larger than " + largestBody + " bytes");
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

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        for (Map.Entry<String, String> header : reply.headers()) {
            response.setHeader(header.getKey(), header.getValue());
        }
        if (reply.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            return;
        }
        response.setContentType(reply.type());
        if (reply.content().length() >= 0) {
            response.setContentLengthLong(reply.content().length());
        }
        reply.content().writeTo(response.getOutputStream());
    }
}
