package io.vinbridge.gallery;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of listings.
 *
 * @param freshFor how old a style's listing may be before it is served as stale
 */
@ConfigurationProperties("vinbridge.gallery")
record GallerySettings(
        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("30d")
        Duration freshFor) {}
