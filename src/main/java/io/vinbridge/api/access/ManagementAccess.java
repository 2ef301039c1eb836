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
    FilterRegistrationBean<AccessFilter> managementDoor(Keys keys, Problems problems, AccessSettings settings) {
        FilterRegistrationBean<AccessFilter> door = new FilterRegistrationBean<>(
                new AccessFilter(keys, problems, OpenPaths.OF_MANAGEMENT, settings.open()));
        door.setOrder(AccessConfiguration.ORDER);
        return door;
    }

    @Bean
    FilterRegistrationBean<ConsoleDoor> consoleDoor(Problems problems, AccessSettings settings) {
        FilterRegistrationBean<ConsoleDoor> door =
                new FilterRegistrationBean<>(new ConsoleDoor(problems, settings.consoleFromAfar()));
        door.setOrder(AccessConfiguration.ORDER - 1);
        return door;
    }
}
