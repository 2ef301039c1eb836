package io.vinbridge.api.access;

import io.vinbridge.api.http.Problems;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Closes both ports. Open are the pages' own files, and of the management port what a cluster asks without a key. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String[] PAGES = {"/docs", "/docs/**", "/webjars/swagger-ui/**"};

    @Bean
    SecurityFilterChain access(HttpSecurity http, AccessSettings settings, Problems problems) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.denied(401).writeTo(response))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.denied(403).writeTo(response)))
                .addFilterBefore(new KeyFilter(settings.adminKey()), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(PAGES).permitAll();
                    requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                            .permitAll();
                    if (settings.open()) {
                        requests.anyRequest().permitAll();
                    } else {
                        requests.anyRequest().hasAuthority("SCOPE_admin");
                    }
                });
        return http.build();
    }

    /** By default each filter of the chain is timed on its own, at twice the cost of the chain. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }
}
