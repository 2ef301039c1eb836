package io.vinbridge.api.http.engine;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.bodies.BodyIntake;
import io.vinbridge.api.http.bodies.ReceivedBody;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.tracing.Journey;
import io.vinbridge.tracing.TracedStep;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a correlation id: the caller's own where it is a sensible one, or that of the caller's trace. It
 * goes into log lines, rows and calls upstream, so what could break out of any of those is not taken over.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CorrelationFilter extends OncePerRequestFilter {

    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** The trace's id in the header of W3C Trace Context, section 3.2. */
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

    private final Journey journey;

    CorrelationFilter(Journey journey) {
        this.journey = journey;
    }

    /** A request whose body was received goes on by a dispatch of its own. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** What the container refuses is told by a dispatch of its own. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ASYNC
                && request.getAttribute(ReceivedBody.ATTRIBUTE) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String before = response.getHeader(Correlation.HEADER);
        String id = before == null ? id(request) : before;
        response.setHeader(Correlation.HEADER, id);
        try (TracedStep step = journey.begin(request.getMethod(), id, request, RequestHeaders.ALL)) {
            chain.doFilter(request, response);
            if (BodyIntake.pending(request)) {
                step.named("receive");
                return;
            }
            if (request.getAttribute(HttpRequest.OPERATION) instanceof String operation) {
                step.named(operation);
            }
            step.answered(response.getStatus());
        }
    }

    private static String id(HttpServletRequest request) {
        String given = request.getHeader(Correlation.HEADER);
        if (given != null && SENSIBLE.matcher(given).matches()) {
            return given;
        }
        String parent = request.getHeader("traceparent");
        Matcher trace = TRACE.matcher(parent == null ? "" : parent);
        return trace.matches() ? trace.group(1) : fresh();
    }

    /** Random enough to find a request by; nothing is kept secret with it. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** The headers of a request, as the reader of a caller's trace wants them. */
    private enum RequestHeaders implements TextMapGetter<HttpServletRequest> {
        ALL;

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public String get(HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
