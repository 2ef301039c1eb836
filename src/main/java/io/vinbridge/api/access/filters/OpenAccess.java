package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.AccessSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Access without a key, where it is not asked for: for everybody on this machine, whose browser shows pages of other
 * sites as well, which are let in only where they are named.
 */
final class OpenAccess {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** Names that lead here wherever they are looked up. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]", Pattern.CASE_INSENSITIVE);

    private final boolean open;
    private final CorsConfiguration sites = new CorsConfiguration();

    OpenAccess(AccessSettings.Access settings) {
        this.open = settings.disabled();
        sites.setAllowedOrigins(settings.origins());
    }

    /** Whether a request needs no key. */
    boolean lets(HttpServletRequest request) {
        return open && thisMachine(request.getHeader(HttpHeaders.HOST)) && (AskingSite.own(request) || named(request));
    }

    /**
     * Does nothing where a key is asked for.
     *
     * @throws Failure where a key would be let in, but nobody has one
     */
    void refuseOthers() {
        if (open) {
            throw new Failure(
                    Reason.FORBIDDEN,
                    "Without a key this is for localhost and its own pages; VINBRIDGE_ACCESS_ORIGINS names other sites"
                            + " whose pages may call");
        }
    }

    /**
     * A name of another site may lead here for its page (DNS rebinding), which then is as one of our own. What asks as
     * before HTTP 1.1 names none, and is no browser.
     */
    private static boolean thisMachine(String host) {
        return host == null
                || THIS_MACHINE.matcher(PORT.matcher(host).replaceFirst("")).matches();
    }

    private boolean named(HttpServletRequest request) {
        return sites.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) != null;
    }
}
