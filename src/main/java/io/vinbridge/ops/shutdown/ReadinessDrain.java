package io.vinbridge.ops.shutdown;

import java.time.Duration;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * The first step of stopping. The node says that it is not ready, and serves on until whoever sends it requests has
 * noticed; its answers end their connections meanwhile, so that none is cut while a request is on its way. Then it
 * takes no more.
 */
@Component
@ConditionalOnWebApplication
class ReadinessDrain implements ApplicationListener<ContextClosedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessDrain.class);

    private final ServletWebServerApplicationContext context;
    private final Duration serveOn;

    ReadinessDrain(ServletWebServerApplicationContext context, ShutdownSettings settings) {
        this.context = context;
        this.serveOn = settings.preStopDelay();
    }

    /** Readiness is off before this event comes; that of the management port's own context concerns nobody. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != context || serveOn.isZero()) {
            return;
        }
        LOG.info("The node is not ready any more; it serves requests for {} s more", serveOn.toSeconds());
        endConnections();
        try {
            Thread.sleep(serveOn.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endConnections() {
        if (context.getWebServer() instanceof TomcatWebServer tomcat
                && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(1);
        }
    }
}
