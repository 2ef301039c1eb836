package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.AccessSettings;
import io.vinbridge.api.access.CallerAuthentication;
import io.vinbridge.api.access.PublicPaths;
import io.vinbridge.api.access.RateLimits;
import io.vinbridge.api.http.ProblemReport;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.bodies.LingeringClose;
import io.vinbridge.api.http.connection.ConnectionControl;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Closes the management port, whose server is a context of its own and sees no filter of the API's. It carries no
 * annotation, or the scan would find it and close the API's port with it: {@code META-INF/spring} names it to the
 * management context alone.
 */
class ManagementAccess {

    @Bean
    FilterRegistrationBean<SecurityHeaders> managementHeaders() {
        return AccessConfiguration.first(new SecurityHeaders(null), AccessConfiguration.ORDER - 3);
    }

    @Bean
    FilterRegistrationBean<AccessFilter> managementDoor(
            CallerAuthentication callers, RateLimits limits, Problems problems, AccessSettings settings) {
        return AccessConfiguration.first(
                new AccessFilter(
                        callers,
                        limits,
                        problems,
                        PublicPaths.OF_MANAGEMENT,
                        request -> null,
                        new OpenAccess(settings.access())),
                AccessConfiguration.ORDER);
    }

    /**
     * Nobody comes to this port by way of a proxy: what is said in {@code X-Forwarded-For} of being near or far,
     * anybody could say who reaches it.
     */
    @Bean
    @Order
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementPeers() {
        return server -> server.setEngineValves(server.getEngineValves().stream()
                .filter(valve -> !(valve instanceof RemoteIpValve))
                .toList());
    }

    @Bean
    FilterRegistrationBean<SameOriginFilter> consoleOrigin(Problems problems) {
        return AccessConfiguration.first(new SameOriginFilter(problems), AccessConfiguration.ORDER - 2);
    }

    @Bean
    FilterRegistrationBean<LingeringClose> managementBodies(LingeringClose lingering) {
        return AccessConfiguration.first(lingering, Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementConnections() {
        return server -> {
            server.addEngineValves(new ConnectionControl());
            server.addContextCustomizers(ProblemReport::forHostOf);
        };
    }

    @Bean
    FilterRegistrationBean<ConsoleBasicAuthFilter> consoleDoor(Problems problems, AccessSettings settings) {
        return AccessConfiguration.first(
                new ConsoleBasicAuthFilter(problems, settings.consoleFromAfar()), AccessConfiguration.ORDER - 1);
    }
}
