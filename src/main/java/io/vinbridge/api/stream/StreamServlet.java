package io.vinbridge.api.stream;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/** Hands one path under the contract's to Spring MVC: an exact path goes before the contract's servlet. */
@Configuration(proxyBeanMethods = false)
class StreamServlet {

    @Bean
    ServletRegistrationBean<DispatcherServlet> changeStreamServlet(ApplicationContext context) {
        DispatcherServlet servlet = new DispatcherServlet();
        servlet.setApplicationContext(context);
        ServletRegistrationBean<DispatcherServlet> registration =
                new ServletRegistrationBean<>(servlet, ChangeStreamController.PATH);
        registration.setName("change-stream");
        return registration;
    }
}
