package io.vinbridge.failures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Throttled warnings: once a minute for each route, for what goes wrong in it many times a second. */
@Component
public class ThrottledWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottledWarnings.class);

    private final Cache<String, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    /** A line for the route the exchange began in, unless there was one within the last minute. */
    public void warn(Exchange exchange, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        String route = exchange.getFromRouteId();
        if (lately.asMap().putIfAbsent(route, true) == null) {
            LOG.warn(
                    "{} failed, and is retried: {}",
                    route,
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
    }
}
