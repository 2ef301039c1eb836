package io.vinbridge.vehicles;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of stored descriptions: their freshness, and the caches in memory.
 *
 * @param freshFor how old a description may be before it is served as stale
 * @param notCarriedFor how long the answer that ChromeData does not carry a vehicle is kept before it is asked again
 * @param catalogFreshFor how old a list of years, divisions, models or styles may be before it is fetched again
 * @param lastServed how many bytes of what readers got last stay in memory, to be served, as stale, while the database
 *     does not answer; never more than a sixteenth of the heap
 * @param documentCache how many bytes of documents stay in memory; a cached document can never be wrong, only missing.
 *     Never more than an eighth of the heap
 * @param ownOffer rule by which one of a vehicle's offers is served as `own`; another one counts for a vehicle from its
 *     next event on
 * @param deflatedCache how many bytes of documents stay in memory as readers get them in gzip. Never more than a
 *     thirty-second part of the heap
 * @param offers bounds of what dealers may have stored of one vehicle
 */
@ConfigurationProperties("vinbridge.vehicles")
public record VehiclesSettings(
        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("30d")
        Duration freshFor,

        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("7d")
        Duration notCarriedFor,

        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("1d")
        Duration catalogFreshFor,

        @Bounds(least = "0B", most = "16GB") @DefaultValue("16MB")
        DataSize lastServed,

        @Bounds(least = "0B", most = "64GB") @DefaultValue("128MB")
        DataSize documentCache,

        @ClusterWide @DefaultValue("LAST_SAID") OwnOfferRule ownOffer,

        @Bounds(least = "0B", most = "16GB") @DefaultValue("32MB")
        DataSize deflatedCache,

        @DefaultValue @NestedConfigurationProperty OfferLimits offers) {}
