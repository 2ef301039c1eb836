package io.vinbridge.api.access;

import io.vinbridge.api.http.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Closes the management port, whose server is a context of its own and sees no filter of the API's. It carries no annotation, or the
 * scan would find it and close the API's port with it: {@code META-INF/spring} names it to the management context alone.
 */
class ManagementAccess {

    @Bean
    FilterRegistrationBean<SecurityHeaders> managementHeaders() {
        return AccessConfiguration.first(new SecurityHeaders(null), AccessConfiguration.ORDER - 3);
    }

    @Bean
    FilterRegistrationBean<AccessFilter> managementDoor(
            Callers callers, RateLimits limits, Problems problems, AccessSettings settings) {
        return AccessConfiguration.first(
                new AccessFilter(callers, limits, problems, OpenPaths.OF_MANAGEMENT, settings.open()),
                AccessConfiguration.ORDER);
    }

    @Bean
    FilterRegistrationBean<ConsoleDoor> consoleDoor(Problems problems, AccessSettings settings) {
        return AccessConfiguration.first(
                new ConsoleDoor(problems, settings.consoleFromAfar()), AccessConfiguration.ORDER - 1);
    }
}
