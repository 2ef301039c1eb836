package io.vinbridge.ops.nodes;

import io.vinbridge.refresh.schedules.RetentionRule;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of nodes that are gone. */
@Configuration(proxyBeanMethods = false)
class NodeRetention {

    @Bean
    RetentionRule keptNodes() {
        return new RetentionRule("nodes", "seen_at", Duration.ofDays(2));
    }
}
