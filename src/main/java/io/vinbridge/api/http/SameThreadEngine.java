package io.vinbridge.api.http;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * The engine behind platform-http. The default one hands each request to another thread and dispatches it twice, which costs more
 * than most of our answers.
 */
@Component("platform-http-engine")
class SameThreadEngine implements PlatformHttpEngine {

    private final Problems problems;
    private final HttpSettings settings;
    private final ServerProperties server;

    SameThreadEngine(Problems problems, HttpSettings settings, ServerProperties server) {
        this.problems = problems;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new SameThreadConsumer(endpoint, processor, problems, settings);
    }

    @Override
    public int getServerPort() {
        return server.getPort() == null ? 8080 : server.getPort();
    }
}
