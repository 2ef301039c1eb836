package io.vinbridge.ops.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is told that something is amiss, and what is kept of what is seen.
 *
 * @param deadLetters how many dead letters may wait before health says so
 * @param step how far apart numbers are kept for rates and for plots of the last day; a whole part of five minutes
 */
@ConfigurationProperties("vinbridge.monitoring")
public record MonitoringSettings(
        @DefaultValue("100") int deadLetters,
        @DefaultValue("1m") Duration step) {}
