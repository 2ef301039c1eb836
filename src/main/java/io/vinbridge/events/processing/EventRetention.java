package io.vinbridge.events.processing;

import io.vinbridge.events.EventSettings;
import io.vinbridge.refresh.schedules.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of processed events; a repeat of one that was deleted counts as new. */
@Configuration(proxyBeanMethods = false)
class EventRetention {

    @Bean
    RetentionRule inboxKept(EventSettings settings) {
        return new RetentionRule("inbox", "due_at IS NULL AND received_at", settings.keep());
    }
}
