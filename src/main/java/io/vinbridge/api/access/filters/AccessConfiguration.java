package io.vinbridge.api.access.filters;

import io.vinbridge.api.access.AccessSettings;
import io.vinbridge.api.access.CallerAuthentication;
import io.vinbridge.api.access.PublicPaths;
import io.vinbridge.api.access.RateLimits;
import io.vinbridge.api.access.Visitors;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Problems;
import io.vinbridge.refresh.schedules.RetentionRule;
import io.vinbridge.tracing.Correlation;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Closes the API's port. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** After the correlation id, which a refusal tells too, and before everything else. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<SecurityHeaders> apiHeaders() {
        return first(new SecurityHeaders(SecurityHeaders.PAGES), ORDER - 3);
    }

    @Bean
    FilterRegistrationBean<AccessFilter> apiDoor(
            CallerAuthentication callers,
            RateLimits limits,
            Problems problems,
            Visitors visitors,
            AccessSettings settings) {
        return first(
                new AccessFilter(
                        callers,
                        limits,
                        problems,
                        PublicPaths.OF_API,
                        visitors::find,
                        new OpenAccess(settings.access())),
                ORDER);
    }

    /** A browser's question whether it may call comes without a key, so it is answered before the door. */
    @Bean
    FilterRegistrationBean<CorsFilter> otherSites(AccessSettings settings) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.access().origins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        rules.setAllowedHeaders(List.of(
                HttpRequest.KEY,
                "Authorization",
                "Content-Type",
                "If-None-Match",
                "Idempotency-Key",
                Correlation.HEADER));
        rules.setExposedHeaders(List.of(
                "ETag", "Age", "Retry-After", "RateLimit", "RateLimit-Policy", Correlation.HEADER, "X-Refresh"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        // The path is the one below the servlet, so no part of the API's own can stand here.
        source.registerCorsConfiguration("/**", rules);
        FilterRegistrationBean<CorsFilter> filter = first(new CorsFilter(source), ORDER - 2);
        filter.setEnabled(!settings.access().origins().isEmpty());
        return filter;
    }

    @Bean
    RetentionRule keptAudit(AccessSettings settings) {
        return new RetentionRule("audit", "at", settings.access().auditFor());
    }

    static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
