package io.vinbridge.ops.monitoring;

import io.vinbridge.refresh.schedules.RetentionRule;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For how long samples are kept: a day and a month are told of, and the night that forgets may be late. */
@Configuration(proxyBeanMethods = false)
class SampleRetention {

    @Bean
    RetentionRule keptSamples() {
        return new RetentionRule("samples", "at", Duration.ofDays(2));
    }

    @Bean
    RetentionRule keptHours() {
        return new RetentionRule("hourly_samples", "at", Duration.ofDays(32));
    }
}
