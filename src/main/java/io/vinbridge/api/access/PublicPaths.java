package io.vinbridge.api.access;

import io.vinbridge.api.http.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/**
 * Paths of a port that are open without authentication, and the scope that all others need.
 *
 * @param exact paths, to read
 * @param below folders of files, to read, each ending with a slash
 * @param otherwise the scope that all else needs at least
 */
public record PublicPaths(Set<String> exact, List<String> below, Scope otherwise) {

    /** The pages' own files: they hold nothing but the page, and ask for a key themselves. */
    public static final PublicPaths OF_API = new PublicPaths(
            Set.of(
                    "/",
                    "/comparisons",
                    "/comparisons/",
                    "/docs",
                    "/docs/",
                    "/gallery",
                    "/gallery/",
                    "/operations",
                    "/operations/",
                    "/vins",
                    "/vins/"),
            List.of(
                    "/comparisons/",
                    "/docs/",
                    "/gallery/",
                    "/operations/",
                    "/vins/",
                    "/pages/",
                    "/webjars/swagger-ui/"),
            Scope.READ);

    /** Paths that a cluster asks without a key: liveness, readiness, and the metrics. */
    public static final PublicPaths OF_MANAGEMENT = new PublicPaths(
            Set.of(
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness",
                    "/actuator/prometheus"),
            List.of(),
            Scope.OPERATE);

    /** The scope that a request needs; null for none. */
    public Scope needed(HttpServletRequest request) {
        if (contains(request)) {
            return null;
        }
        return otherwise == Scope.READ && ofFeed(request) ? Scope.FEED : otherwise;
    }

    /**
     * The path as the container maps it, decoded and without its dots: what is decided on it, no other way leads
     * around.
     */
    static String mapped(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return inside == null ? request.getServletPath() : request.getServletPath() + inside;
    }

    /** True for what platforms fetch: they send no header of ours. */
    static boolean ofFeed(HttpServletRequest request) {
        return mapped(request).startsWith("/api/v1/feeds/");
    }

    /** True for what Hawtio's pages are made of, and for Jolokia, which they ask. */
    public static boolean ofConsole(HttpServletRequest request) {
        String path = mapped(request);
        return path.startsWith("/actuator/hawtio") || path.startsWith("/actuator/jolokia");
    }

    private boolean contains(HttpServletRequest request) {
        String method = request.getMethod();
        if (!"GET".equals(method) && !"HEAD".equals(method)) {
            return false;
        }
        String path = mapped(request);
        if (exact.contains(path)) {
            return true;
        }
        for (String folder : below) {
            if (path.startsWith(folder)) {
                return true;
            }
        }
        return false;
    }
}
