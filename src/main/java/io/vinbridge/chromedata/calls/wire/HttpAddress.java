package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.chromedata.ChromeDataSettings;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Camel's address of a REST service: with its time limits and as many connections as calls may be under way. */
@Component
public class HttpAddress {

    private final ChromeDataSettings settings;

    HttpAddress(ChromeDataSettings settings) {
        this.settings = settings;
    }

    /** Redirects are never followed: they would carry the account's credentials to wherever the answer says. */
    public String of(URI base) {
        return base
                + "?bridgeEndpoint=true&followRedirects=false&throwExceptionOnFailure=false&disableStreamCache=true"
                + "&headerFilterStrategy=#upstreamHeaders&httpClientConfigurer=#noHttpRetries"
                + "&connectTimeout=" + settings.connectTimeout().toMillis()
                + "&responseTimeout=" + settings.answerTimeout().toMillis()
                + "&soTimeout=" + settings.answerTimeout().toMillis()
                + "&connectionsPerRoute=" + settings.concurrentCalls()
                + "&maxTotalConnections=" + settings.concurrentCalls();
    }
}
