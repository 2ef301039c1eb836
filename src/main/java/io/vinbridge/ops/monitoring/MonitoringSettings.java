package io.vinbridge.ops.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of monitoring: thresholds of health, and the retention of samples.
 *
 * @param deadLetters number of waiting dead letters above which health is degraded
 * @param step how far apart numbers are kept for rates and for plots of the last day; a whole part of five minutes
 */
@ConfigurationProperties("vinbridge.monitoring")
public record MonitoringSettings(
        @DefaultValue("100") int deadLetters,
        @DefaultValue("1m") Duration step) {}
