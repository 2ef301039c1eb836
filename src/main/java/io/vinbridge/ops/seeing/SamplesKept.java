package io.vinbridge.ops.seeing;

import io.vinbridge.refresh.schedules.Kept;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For how long samples are kept: a day is told of, and the night that forgets may be late. */
@Configuration(proxyBeanMethods = false)
class SamplesKept {

    @Bean
    Kept keptSamples() {
        return new Kept("samples", "at", Duration.ofDays(2));
    }
}
