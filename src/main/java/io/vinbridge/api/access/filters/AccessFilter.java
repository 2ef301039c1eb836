package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.ApiKeyAuthentication;
import io.vinbridge.api.access.CallerAuthentication;
import io.vinbridge.api.access.PublicPaths;
import io.vinbridge.api.access.RateLimits;
import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;

/**
 * Authentication filter of a port: a request passes if its caller is known, or its path is listed as open. It is a
 * filter of our own, because a chain of Spring Security's costs a third of a read, and there is one question to ask.
 * Authorization is the contract's: it names the scope of each operation.
 */
class AccessFilter extends HttpFilter {

    private static final Pattern ROUNDABOUT =
            Pattern.compile("(?i)/(\\.|%2e){1,2}(/|%2f|$)|%2f|%5c|\\\\|/actuator.*//");

    private final transient CallerAuthentication callers;
    private final transient RateLimits limits;
    private final transient Problems problems;
    private final transient PublicPaths open;
    private final transient Function<HttpServletRequest, Caller> visitors;
    private final transient OpenAccess everybody;

    /** {@code visitors} tells as whom somebody without a key may read something, null for not at all. */
    AccessFilter(
            CallerAuthentication callers,
            RateLimits limits,
            Problems problems,
            PublicPaths open,
            Function<HttpServletRequest, Caller> visitors,
            OpenAccess everybody) {
        this.callers = callers;
        this.limits = limits;
        this.problems = problems;
        this.open = open;
        this.visitors = visitors;
        this.everybody = everybody;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Parameters of a path mean nothing here; where they are no valid encoding, Spring would answer with 500.
        if (request.getRequestURI().indexOf(';') >= 0 || roundabout(request.getRequestURI())) {
            problems.unmatched(400).writeTo(response);
            return;
        }
        HttpServletRequest known;
        try {
            known = known(request, response);
        } catch (Failure | DataAccessException e) {
            problems.reply(e).writeTo(response);
            return;
        }
        if (known == null) {
            problems.unauthorized(CallerAuthentication.sent(request)).writeTo(response);
        } else {
            chain.doFilter(known, response);
        }
    }

    /**
     * Whether a path has dots to be resolved: what is behind this door may look at it as it was sent, and would serve
     * another page than the one that is open. Most paths have none of the characters for which the pattern looks, which
     * is told at less cost.
     */
    private static boolean roundabout(String raw) {
        boolean plain = raw.indexOf('.') < 0 && raw.indexOf('%') < 0 && raw.indexOf('\\') < 0 && !raw.contains("//");
        return !plain && ROUNDABOUT.matcher(raw).find();
    }

    /** The request with its caller; null where it may not pass. */
    private HttpServletRequest known(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = everybody.lets(request)
                ? ApiKeyAuthentication.EVERYBODY
                : callers.find(request).orElse(null);
        Scope needed = open.needed(request);
        if (caller == null) {
            // A wrong key is told so, also where none is needed: who sent it expects more than others see.
            if (CallerAuthentication.sent(request)) {
                return null;
            }
            if (needed == null) {
                return request;
            }
            caller = visitors.apply(request);
            if (caller == null) {
                everybody.refuseOthers();
                return null;
            }
        }
        if (needed != null && !caller.scope().covers(needed)) {
            throw new Failure(Reason.FORBIDDEN, "It needs a key of the scope " + needed.word());
        }
        limits.count(caller, response);
        return new AuthenticatedRequest(request, caller);
    }
}
