package io.vinbridge.ops.shutdown;

import io.vinbridge.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a node's shutdown.
 *
 * @param preStopDelay for how long it still serves what comes once it says that it is not ready: as long as whoever
 *     sends it requests takes to notice
 */
@ConfigurationProperties("vinbridge.shutdown")
record ShutdownSettings(
        @Bounds(least = "0s", most = "10m") @DefaultValue("0s")
        Duration preStopDelay) {}
