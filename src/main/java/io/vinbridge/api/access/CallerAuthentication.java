package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Scope;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Authentication of a request: by API key, by an issuer's token, or by the cookie of a signed-in page. */
@Component
public class CallerAuthentication {

    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiKeyAuthentication keys;
    private final Sessions sessions;
    private final TokenAuthentication tokens;
    private final KeyGuessLimiter wrongKeys;

    CallerAuthentication(
            ApiKeyAuthentication keys, Sessions sessions, TokenAuthentication tokens, KeyGuessLimiter wrongKeys) {
        this.keys = keys;
        this.sessions = sessions;
        this.tokens = tokens;
        this.wrongKeys = wrongKeys;
    }

    /**
     * Returns the caller; empty if nothing lets it in.
     *
     * @throws Failure where too many keys were tried, or a page of another site may have made a browser send it
     */
    public Optional<Caller> find(HttpServletRequest request) {
        String key = request.getHeader(HttpRequest.KEY);
        if (key != null) {
            return tried(request, key);
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return tokens.find(authorization.substring(BEARER.length()));
        }
        String secret = PublicPaths.ofFeed(request) ? BasicPassword.or(authorization, request) : null;
        if (secret != null) {
            return tried(request, secret).filter(caller -> caller.scope() == Scope.FEED);
        }
        return Optional.ofNullable(HttpRequest.session(request))
                .flatMap(sessions::find)
                .map(caller -> checked(request, caller));
    }

    /** True where a request has a key or a token, right or wrong. */
    public static boolean sent(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return request.getHeader(HttpRequest.KEY) != null
                || (authorization != null && authorization.startsWith(BEARER));
    }

    /**
     * Keys are counted that let nobody in; tokens are not: a signature cannot be guessed, and one client's old token
     * would shut out others. A good key lets in whatever others at its address tried.
     */
    private Optional<Caller> tried(HttpServletRequest request, String key) {
        if (wrongKeys.waits(request.getRemoteAddr()) && !keys.familiar(key) && !keys.listed(key)) {
            throw wrongKeys.refusal();
        }
        Optional<Caller> found = keys.find(key);
        if (found.isEmpty()) {
            wrongKeys.note(request.getRemoteAddr());
        }
        return found;
    }

    /**
     * A browser adds the cookie by itself, this header only for a page of ours: another site's would have to ask first,
     * and is not let.
     */
    private static Caller checked(HttpServletRequest request, Caller caller) {
        if (!LOOKING.contains(request.getMethod()) && request.getHeader("X-Requested-With") == null) {
            throw new Failure(Reason.FORBIDDEN, "With a cookie, a change needs the header X-Requested-With");
        }
        return caller;
    }
}
