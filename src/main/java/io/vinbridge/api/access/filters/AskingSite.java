package io.vinbridge.api.access.filters;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * The site whose page made a browser send a request (Fetch standard). A program that is no browser says nothing of it.
 */
final class AskingSite {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private AskingSite() {}

    /** True where no page of another site made a browser send it. */
    static boolean own(HttpServletRequest request) {
        return ownOrigin(request) && ownSite(request);
    }

    private static boolean ownOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean ownSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OWN_SITES.contains(site);
    }
}
