package io.vinbridge.publishing.redis;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the publication of changes over Redis.
 *
 * @param streamLength about how many changes the stream keeps
 * @param atOnce how many changes are taken in one go
 * @param lease how long a node that is gone holds the others up
 */
@ConfigurationProperties("vinbridge.publishing.redis")
record PublishingSettings(
        @ClusterWide @Bounds(least = "1", most = "100000000") @DefaultValue("100000")
        long streamLength,

        @Bounds(least = "1", most = "100000") @DefaultValue("2000")
        int atOnce,

        @Bounds(least = "1s", most = "1h") @DefaultValue("30s")
        Duration lease) {}
