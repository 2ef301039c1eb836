package io.vinbridge.api.access;

import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Closes both ports. Open are the pages' own files, and of the management port what a cluster asks without a key. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String[] PAGES = {"/docs", "/docs/**"};

    @Bean
    SecurityFilterChain access(HttpSecurity http, AccessSettings settings, Problems problems) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> write(problems.denied(401), response))
                        .accessDeniedHandler((request, response, e) -> write(problems.denied(403), response)))
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

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        reply.content().writeTo(response.getOutputStream());
    }
}
