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
    private static final int LARGEST_PORT = 65_535;

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
        if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
            throw wrong("has a port that is none");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())
                && !(settings.plainHttp() && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw wrong("must begin with https://; vinbridge.webhooks.plain-http allows http");
        }
        try {
            addresses.resolve(uri.getHost());
        } catch (UnknownHostException e) {
            // One answer for both: else whoever may make webhooks learns which names there are inside.
            throw wrong("has a host that cannot be found, or is not a public address;"
                    + " vinbridge.webhooks.private-addresses allows others");
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
