package io.vinbridge.ops.routes.check;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that operators' routes may name besides steps. */
@Configuration(proxyBeanMethods = false)
class RouteBeans {

    @Bean
    AggregationStrategy groupedBodies() {
        return new GroupedBodyAggregationStrategy();
    }
}
