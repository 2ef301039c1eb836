package io.vinbridge.publishing.webhooks;

import io.vinbridge.chromedata.calls.wire.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Posts to receivers: only to addresses that webhooks may lead to, without redirects, cookies or second attempts of its
 * own, and never for longer than an attempt may take, however slowly an answer trickles in.
 */
@Component
class WebhookClient implements DisposableBean {

    private static final int MOST_READ = 16_384;

    private final CloseableHttpClient client;
    private final WebhookSettings settings;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("webhook-deadline-"));

    WebhookClient(ReachableAddresses addresses, WebhookSettings settings) {
        this.settings = settings;
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.answerTimeout()))
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(TrustedAuthorities.context(settings.trust())))
                        .setDefaultConnectionConfig(connections)
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(Timeout.of(settings.answerTimeout()))
                                .build())
                        .setMaxConnTotal(settings.concurrentDeliveries())
                        .setMaxConnPerRoute(settings.concurrentDeliveries())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.answerTimeout()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Vinbridge")
                .build();
    }

    DeliveryOutcome post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> deadline =
                clock.schedule(request::cancel, settings.deliveryTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, WebhookClient::read);
        } catch (IOException e) {
            return DeliveryOutcome.failed(
                    request.isAborted() ? "It took longer than " + settings.deliveryTimeout() : why(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /**
     * Some of the answer is read, so that the connection may serve again; of more than that, the connection is thrown
     * away.
     */
    private static DeliveryOutcome read(ClassicHttpResponse response) throws IOException {
        Header header = response.getFirstHeader("Retry-After");
        DeliveryOutcome outcome = DeliveryOutcome.answered(
                response.getCode(), header == null ? null : RetryAfter.read(header.getValue()));
        if (response.getEntity() != null && longer(response.getEntity().getContent())) {
            response.close();
        }
        return outcome;
    }

    private static boolean longer(InputStream body) throws IOException {
        return body.readNBytes(MOST_READ).length == MOST_READ;
    }

    private static String why(IOException e) {
        if (e instanceof ReachableAddresses.RefusedAddress) {
            return "It was not called: " + e.getMessage();
        }
        if (e instanceof UnknownHostException) {
            return "Its host cannot be found";
        }
        if (e instanceof SocketTimeoutException) {
            return "It did not answer in time";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return "It cannot be reached: " + e.getClass().getSimpleName();
    }

    @Override
    public void destroy() throws IOException {
        clock.shutdownNow();
        client.close();
    }
}
