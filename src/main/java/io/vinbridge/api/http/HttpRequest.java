package io.vinbridge.api.http;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.WebUtils;

/**
 * A request as routes see it. Query parameters stay here and never become headers of an exchange, where some names
 * would steer it.
 *
 * @param query by name, in the order given
 * @param accept the header of that name, null where it was not sent
 * @param ifNoneMatch the header of that name, null where it was not sent
 * @param range the header of that name, null where it was not sent
 * @param ifRange the header of that name, null where it was not sent
 * @param idempotencyKey the header of that name, after who sent it, because it is that caller's alone; null where it
 *     was not sent
 * @param caller who sends it
 * @param address where it comes from
 * @param secure whether the caller's way here is encrypted, as far as we or a proxy before us can tell
 * @param session what the cookie of a page that is signed in holds, null where there is none
 * @param byKey whether it has a key of its own, which counts before any cookie
 */
public record HttpRequest(
        Map<String, List<String>> query,
        String accept,
        String ifNoneMatch,
        String range,
        String ifRange,
        String idempotencyKey,
        Caller caller,
        String address,
        boolean secure,
        String session,
        boolean byKey) {

    /** Header in which a caller sends its API key. */
    public static final String KEY = "X-API-Key";

    /** The cookie of pages that are signed in. */
    public static final String SESSION_COOKIE = "vinbridge-session";

    /** Name of the request among an exchange's variables. */
    public static final String VARIABLE = "request";

    /** Name of the operation's id among them, once it is known. */
    public static final String OPERATION = "operation";

    /** The media type that the caller would rather have of those there are; the usual one is the first. */
    public String preferred(String... offered) {
        return AcceptedTypes.of(accept).preferred(offered);
    }

    /** Without what the cookie holds, which lets in. */
    @Override
    public String toString() {
        return "HttpRequest[query=" + query + ", caller=" + caller + ", address=" + address + "]";
    }

    /** Reads what routes see of it. */
    public static HttpRequest of(HttpServletRequest request) {
        return new HttpRequest(
                query(request.getQueryString()),
                accept(request),
                request.getHeader("If-None-Match"),
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                ofCaller(request.getHeader("Idempotency-Key"), (Caller) request.getUserPrincipal()),
                (Caller) request.getUserPrincipal(),
                request.getRemoteAddr(),
                request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto")),
                session(request),
                request.getHeader(KEY) != null);
    }

    /** A list may come in several lines. */
    private static String accept(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Accept"));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    private static String ofCaller(String key, Caller caller) {
        return key == null || caller == null ? key : caller.id() + ":" + key;
    }

    /** What the cookie of a page that is signed in holds; null where there is none. */
    public static String session(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, SESSION_COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Reads a raw query; one that is no valid encoding is the caller's mistake. */
    static Map<String, List<String>> query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                query.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Reason.INVALID_REQUEST, "The query is not encoded as a query should be: " + e.getMessage());
        }
    }
}
