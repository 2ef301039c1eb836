package io.vinbridge.ops.monitoring;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
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
        @Bounds(least = "0", most = "1000000") @DefaultValue("100")
        int deadLetters,

        @ClusterWide @Bounds(least = "1s", most = "5m") @DefaultValue("1m")
        Duration step) {}
