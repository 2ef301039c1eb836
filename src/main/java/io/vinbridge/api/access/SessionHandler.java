package io.vinbridge.api.access;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import org.apache.camel.Variable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Signs pages in and out. The cookie goes to this site only, and no script can read it. */
@Component
class SessionHandler {

    private final Sessions sessions;
    private final ApiKeyAuthentication keys;
    private final Duration lasts;

    SessionHandler(Sessions sessions, ApiKeyAuthentication keys, AccessSettings settings) {
        this.sessions = sessions;
        this.keys = keys;
        this.lasts = settings.access().sessionFor();
    }

    Reply begin(@Variable("request") HttpRequest request) {
        Caller caller = request.caller();
        // A session that could begin another would last for ever, and end those of others with its key.
        if (!request.byKey() || keys.byId(caller.id()).isEmpty()) {
            throw new Failure(Reason.CONFLICT, "A session begins with a key: send it in the header " + HttpRequest.KEY);
        }
        return reply(cookie(request, sessions.begin(caller, lasts), lasts));
    }

    Reply end(@Variable("request") HttpRequest request) {
        if (request.session() != null) {
            sessions.end(request.session());
        }
        return reply(cookie(request, "", Duration.ZERO));
    }

    private static String cookie(HttpRequest request, String secret, Duration lasts) {
        return ResponseCookie.from(HttpRequest.SESSION_COOKIE, secret)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.secure())
                .path("/")
                .maxAge(lasts)
                .build()
                .toString();
    }

    private static Reply reply(String cookie) {
        return Reply.of(204, Reply.JSON, Content.NONE).with("Set-Cookie", cookie);
    }
}
