package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.PublicPaths;
import io.vinbridge.api.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that keeps the console to its own pages (Fetch standard, CORS): a browser sends a person's password with what
 * any site's page asks, and Jolokia's answers would name every origin as allowed. Requests of another origin,
 * cross-site requests, other methods than the console's and bodies that are not JSON (which a page may send without
 * asking) go no further, and Jolokia never sees an origin.
 */
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    /** Hawtio sends the second. A browser asks before a page of another site may send either. */
    private static final Set<MediaType> JSON = Set.of(MediaType.APPLICATION_JSON, new MediaType("text", "json"));

    private final Problems problems;

    SameOriginFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PublicPaths.ofConsole(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!AskingSite.own(request)) {
            problems.denied(403).writeTo(response);
        } else if (!METHODS.contains(request.getMethod())) {
            problems.unmatched(405).writeTo(response);
        } else if ("POST".equals(request.getMethod()) && !json(request.getContentType())) {
            problems.unmatched(415).writeTo(response);
        } else {
            chain.doFilter(new WithoutOrigin(request), response);
        }
    }

    private static boolean json(String contentType) {
        try {
            MediaType said = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
            return JSON.stream().anyMatch(said::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static final class WithoutOrigin extends HttpServletRequestWrapper {

        WithoutOrigin(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.ORIGIN.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ORIGIN.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
