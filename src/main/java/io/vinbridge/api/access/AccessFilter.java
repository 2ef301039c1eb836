package io.vinbridge.api.access;

import io.vinbridge.api.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of a port: nothing passes without a key but what is listed as open. A filter of our own, because a chain of
 * Spring Security's costs a third of a read, and there is one question to ask.
 */
class AccessFilter extends OncePerRequestFilter {

    static final String HEADER = "X-API-Key";

    private static final Principal ADMIN = () -> "admin";

    private final Keys keys;
    private final Problems problems;
    private final OpenPaths open;
    private final boolean everybody;

    AccessFilter(Keys keys, Problems problems, OpenPaths open, boolean everybody) {
        this.keys = keys;
        this.problems = problems;
        this.open = open;
        this.everybody = everybody;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        if (everybody || keys.admin(request.getHeader(HEADER))) {
            chain.doFilter(new Known(request, ADMIN), response);
        } else if (open.contains(request)) {
            chain.doFilter(request, response);
        } else {
            problems.denied(401).writeTo(response);
        }
    }
}
