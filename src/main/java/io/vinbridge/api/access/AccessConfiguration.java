package io.vinbridge.api.access;

import io.vinbridge.api.http.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Closes the API's port. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** After the correlation id, which a refusal tells too, and before everything else. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<AccessFilter> apiDoor(Keys keys, Problems problems, AccessSettings settings) {
        FilterRegistrationBean<AccessFilter> door =
                new FilterRegistrationBean<>(new AccessFilter(keys, problems, OpenPaths.OF_API, settings.open()));
        door.setOrder(ORDER);
        return door;
    }
}
