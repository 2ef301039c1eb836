package io.vinbridge.publishing.webhooks;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** Judges where a webhook may lead, when it is made; each delivery judges the address anew. */
@Component
class WebhookUrlPolicy {

    private static final int LONGEST = 2_000;

    private final ReachableAddresses addresses;
    private final WebhookSettings settings;

    WebhookUrlPolicy(ReachableAddresses addresses, WebhookSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /**
     * That webhooks may lead there.
     *
     * @throws Failure if not, with why
     */
    void check(String url) {
        URI uri = parsed(url);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw wrong("must have a host, and neither user nor fragment");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())
                && !(settings.plainHttp() && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw wrong("must begin with https://; vinbridge.webhooks.plain-http allows http");
        }
        try {
            addresses.resolve(uri.getHost());
        } catch (ReachableAddresses.RefusedAddress e) {
            throw wrong("leads where webhooks may not: " + e.getMessage());
        } catch (UnknownHostException e) {
            throw wrong("has a host that cannot be found");
        }
    }

    private static URI parsed(String url) {
        if (url == null || url.length() > LONGEST) {
            throw wrong("is missing, or longer than " + LONGEST + " characters");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong("is no address: " + e.getReason());
        }
    }

    private static Failure wrong(String what) {
        return new Failure(Reason.INVALID_REQUEST, "url " + what);
    }
}
