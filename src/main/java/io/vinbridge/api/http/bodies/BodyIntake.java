package io.vinbridge.api.http.bodies;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Scope;
import io.vinbridge.api.http.connection.BodyCondition;
import io.vinbridge.api.http.connection.BodySink;
import io.vinbridge.api.http.connection.Transfers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Receives the bodies of those who were let in before their requests go on: one that is here already on the spot, any
 * other without a thread, so that nobody holds the container's threads by sending slowly.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class BodyIntake extends HttpFilter {

    private static final String PENDING = BodyIntake.class.getName() + ".pending";

    private final transient HttpSettings settings;
    private final transient BodyRoom memory;
    private final transient BodyRoom files;
    private final transient Transfers transfers;
    private final transient Problems problems;
    private final transient List<BodyCondition> conditions;

    BodyIntake(HttpSettings settings, Transfers transfers, Problems problems, List<BodyCondition> conditions) {
        this.conditions = conditions;
        this.settings = settings;
        this.memory = BodyRoom.inMemory(settings);
        this.files = BodyRoom.inFiles(settings);
        this.transfers = transfers;
        this.problems = problems;
    }

    HttpSettings settings() {
        return settings;
    }

    Transfers transfers() {
        return transfers;
    }

    Problems problems() {
        return problems;
    }

    /** Whether a request goes on only once its body is here. */
    public static boolean pending(HttpServletRequest request) {
        return request.getAttribute(PENDING) != null && request.getDispatcherType() != DispatcherType.ASYNC;
    }

    static boolean hasBody(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        return announced > 0 || (announced < 0 && request.getHeader("Transfer-Encoding") != null);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean list = list(request);
        long largest = (list ? settings.largestImport() : settings.largestBody()).toBytes();
        long announced = request.getContentLengthLong();
        if (!hasBody(request)
                || announced > largest
                || !HttpSettings.CONTRACT_PATH.equals(request.getServletPath())
                || !wanted(request)) {
            chain.doFilter(request, response);
            return;
        }
        String caller = ((Caller) request.getUserPrincipal()).id();
        BodySink sink = list ? BodySink.inFile() : BodySink.inMemory((int) Math.min(Math.max(announced, 0), 8192));
        ReceivedBody body = new ReceivedBody(sink, list ? files : memory, list, caller, largest, announced);
        if (announced > 0 && announced <= ReceivedBody.SMALL && here(request.getInputStream(), (int) announced, body)) {
            request.setAttribute(ReceivedBody.ATTRIBUTE, body);
            chain.doFilter(request, response);
        } else {
            request.setAttribute(PENDING, true);
            new IncomingBody(request, response, this, body).begin();
        }
    }

    private boolean wanted(HttpServletRequest request) {
        return conditions.stream().allMatch(one -> one.wanted(request.getMethod(), request.getRequestURI()));
    }

    /** Takes what has come with the head of the request; true if that is all. */
    private static boolean here(ServletInputStream in, int announced, ReceivedBody body) throws IOException {
        byte[] buffer = new byte[announced];
        int has = 0;
        while (has < announced && in.available() > 0) {
            int some = in.read(buffer, 0, announced - has);
            if (some < 0) {
                break;
            }
            body.add(buffer, some);
            has += some;
        }
        return has == announced;
    }

    /** Who may not import sends nothing into a file. */
    private static boolean list(HttpServletRequest request) {
        Scope needed = HttpSettings.importScope(request.getRequestURI());
        return needed != null
                && "POST".equals(request.getMethod())
                && ((Caller) request.getUserPrincipal()).scope().covers(needed);
    }
}
