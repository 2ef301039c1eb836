package io.vinbridge.feeds;

import io.vinbridge.settings.Bounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of feeds.
 *
 * @param batch how many offers are mapped at once
 */
@ConfigurationProperties("vinbridge.feeds")
public record FeedSettings(
        @Bounds(least = "1", most = "5000") @DefaultValue("500")
        int batch) {}
