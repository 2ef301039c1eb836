package io.vinbridge.stock.store;

import io.vinbridge.refresh.schedules.RetentionRule;
import io.vinbridge.stock.StockSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of stock files with their reports. */
@Configuration(proxyBeanMethods = false)
class StockRetention {

    @Bean
    RetentionRule stockFilesKept(StockSettings settings) {
        return new RetentionRule("stock_files", "finished_at IS NOT NULL AND received_at", settings.keep());
    }
}
