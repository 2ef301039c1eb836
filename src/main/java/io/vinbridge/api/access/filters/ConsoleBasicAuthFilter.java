package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.BasicPassword;
import io.vinbridge.api.access.PublicPaths;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers on this machine sign in to the console: a browser can send no header of ours, but asks a person for a
 * password, which is the key. Whether it is a good one the door behind decides.
 */
class ConsoleBasicAuthFilter extends OncePerRequestFilter {

    private final Problems problems;
    private final boolean fromAfar;

    ConsoleBasicAuthFilter(Problems problems, boolean fromAfar) {
        this.problems = problems;
        this.fromAfar = fromAfar;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PublicPaths.ofConsole(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!fromAfar && !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            problems.denied(403).writeTo(response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Vinbridge\", charset=\"UTF-8\"");
        String key = BasicPassword.of(request.getHeader(HttpHeaders.AUTHORIZATION));
        chain.doFilter(key == null ? request : new SignedIn(request, key), response);
    }

    private static final class SignedIn extends HttpServletRequestWrapper {

        private final String key;

        SignedIn(HttpServletRequest request, String key) {
            super(request);
            this.key = key;
        }

        @Override
        public String getHeader(String name) {
            return HttpRequest.KEY.equalsIgnoreCase(name) ? key : super.getHeader(name);
        }
    }
}
