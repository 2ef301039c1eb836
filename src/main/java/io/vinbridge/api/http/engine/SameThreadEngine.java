package io.vinbridge.api.http.engine;

import io.vinbridge.api.http.HttpSettings;
import io.vinbridge.api.http.ProblemReport;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.connection.ConnectionControl;
import io.vinbridge.api.http.connection.PatientEndpoint;
import io.vinbridge.api.http.connection.Transfers;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/**
 * The engine behind platform-http. The default one takes each request through Spring MVC, hands it to another thread
 * and dispatches it twice, which costs more than most of our answers; here the container's thread goes straight into
 * the route. There is one consumer, the contract's.
 */
class SameThreadEngine implements PlatformHttpEngine {

    private final Problems problems;
    private final RequestTimes times;
    private final HttpSettings settings;
    private final Transfers transfers;
    private final int port;
    private volatile SameThreadConsumer contract;

    SameThreadEngine(Problems problems, RequestTimes times, HttpSettings settings, Transfers transfers, int port) {
        this.problems = problems;
        this.times = times;
        this.settings = settings;
        this.transfers = transfers;
        this.port = port;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        contract = new SameThreadConsumer(endpoint, processor, problems, times, settings, transfers);
        return contract;
    }

    @Override
    public int getServerPort() {
        return port;
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SameThreadConsumer consumer = contract;
        if (consumer == null || !consumer.isRunAllowed() || consumer.isSuspended()) {
            problems.reply(new Failure(
                            Reason.STORE_UNAVAILABLE, "The service is starting or stopping", Duration.ofSeconds(2)))
                    .writeTo(response);
        } else {
            consumer.serve(request, response);
        }
    }

    /** In place of camel-platform-http's own auto-configuration. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ServerProperties.class)
    static class EngineConfiguration {

        @Bean("platform-http-engine")
        SameThreadEngine engine(
                Problems problems,
                RequestTimes times,
                HttpSettings settings,
                Transfers transfers,
                ServerProperties server) {
            int port = server.getPort() == null ? 8080 : server.getPort();
            return new SameThreadEngine(problems, times, settings, transfers, port);
        }

        @Bean
        ServletRegistrationBean<ContractServlet> contractServlet(SameThreadEngine engine) {
            ServletRegistrationBean<ContractServlet> servlet =
                    new ServletRegistrationBean<>(new ContractServlet(engine), HttpSettings.CONTRACT_PATH + "/*");
            servlet.setName("contract");
            return servlet;
        }

        /** Spring's own would have each thread know its request, which nothing here asks it for. */
        @Bean
        FilterRegistrationBean<RequestContextFilter> noRequestContext() {
            FilterRegistrationBean<RequestContextFilter> none =
                    new FilterRegistrationBean<>(new RequestContextFilter());
            none.setEnabled(false);
            return none;
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionControl() {
            return server -> {
                server.addEngineValves(new ConnectionControl());
                server.addContextCustomizers(ProblemReport::forHostOf);
                server.setProtocol(PatientEndpoint.Protocol.class.getName());
            };
        }

        /**
         * A whole answer of the usual size goes to the network at once, not in pieces of 8 KB. Hundreds of such buffers
         * fill a small heap.
         */
        @Bean
        TomcatConnectorCustomizer buffers() {
            return connector -> {
                connector.setProperty("socket.appWriteBufSize", "32768");
                connector.setProperty("socket.directBuffer", "true");
            };
        }
    }
}
