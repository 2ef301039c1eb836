package io.vinbridge.publishing.redis;

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
        @DefaultValue("100000") long streamLength,
        @DefaultValue("2000") int atOnce,
        @DefaultValue("30s") Duration lease) {}
