package io.vinbridge.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the pages and their files. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/gallery/");
        registry.addViewController("/docs").setViewName("forward:/docs/index.html");
        registry.addViewController("/comparisons").setViewName("forward:/comparisons/index.html");
        registry.addViewController("/comparisons/").setViewName("forward:/comparisons/index.html");
        registry.addViewController("/gallery").setViewName("forward:/gallery/index.html");
        registry.addViewController("/gallery/").setViewName("forward:/gallery/index.html");
        registry.addViewController("/operations").setViewName("forward:/operations/index.html");
        registry.addViewController("/operations/").setViewName("forward:/operations/index.html");
        registry.addViewController("/vins").setViewName("forward:/vins/index.html");
        registry.addViewController("/vins/").setViewName("forward:/vins/index.html");
        registry.addViewController("/docs/").setViewName("forward:/docs/index.html");
    }
}
