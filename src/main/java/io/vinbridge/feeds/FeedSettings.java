package io.vinbridge.feeds;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of feeds.
 *
 * @param batch how many offers are mapped at once
 * @param shorter share, from 0 to 1, by which a feed that is pushed may have fewer rows than the last; one that has
 *     fewer waits for a person's yes
 */
@ConfigurationProperties("vinbridge.feeds")
public record FeedSettings(
        @Bounds(least = "1", most = "5000") @DefaultValue("500")
        int batch,

        @ClusterWide @Bounds(least = "0", most = "1") @DefaultValue("0")
        double shorter) {}
