package io.vinbridge.chromedata.calls.wire;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.stereotype.Component;

/**
 * Keeps the HTTP client from retrying by itself, as it does after 429 and 503: such calls would be billed and never
 * counted.
 */
@Component("noHttpRetries")
class NoHttpRetries implements HttpClientConfigurer {

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries();
    }
}
