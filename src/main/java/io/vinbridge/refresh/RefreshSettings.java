package io.vinbridge.refresh;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of look-ups, background refresh and refresh runs.
 *
 * @param lookupTimeout how long one look-up waits before the caller is told to come back
 * @param batchLookupTimeout how long the caller of a batch of look-ups waits before being told to come back
 * @param maxWaiters how many look-ups may wait at once on one node, half of them of one caller; it must stay well below
 *     {@code server.tomcat.threads.max}
 * @param keepFor for how long after its last read a description is kept fresh, unless a vehicle of it is tracked
 * @param staleBatch how many stale descriptions are asked for at once
 * @param drain how long a node that stops waits for the work in its hands before it hands it back to the others
 * @param window how many request keys a refresh run has in the queue at once
 */
@ConfigurationProperties("vinbridge.refresh")
public record RefreshSettings(
        @Bounds(least = "1ms", most = "10m") @DefaultValue("20s")
        Duration lookupTimeout,

        @Bounds(least = "1ms", most = "10m") @DefaultValue("30s")
        Duration batchLookupTimeout,

        @Bounds(least = "1", most = "100000") @DefaultValue("300")
        int maxWaiters,

        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("90d")
        Duration keepFor,

        @Bounds(least = "1", most = "1000000") @DefaultValue("10000")
        int staleBatch,

        @Bounds(least = "0s", most = "30m") @DefaultValue("20s")
        Duration drain,

        @Bounds(least = "1", most = "1000000") @DefaultValue("1000")
        int window,

        @DefaultValue Guard guard,
        @DefaultValue CatalogSync catalogSync,
        @DefaultValue Keep keep) {

    /**
     * Settings of the catalogue's depth.
     *
     * @param years number of the latest model years whose catalogue is kept
     * @param styles whether the catalogue is kept down to styles, which takes many more calls than down to models
     */
    public record CatalogSync(
            @Bounds(least = "1", most = "60") @DefaultValue("3")
            int years,

            @DefaultValue("false") boolean styles) {}

    /**
     * Settings of retention.
     *
     * @param history retention of vehicles' history, and with it of the change feed
     * @param ledger retention of the ledger of calls, with their causes and results
     * @param runs retention of finished refresh runs
     */
    public record Keep(
            @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("730d")
            Duration history,

            @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("400d")
            Duration ledger,

            @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("90d")
            Duration runs) {}

    /**
     * Limits of the mass-change guard: beyond them a refresh run, the sweep by age and the refresh behind readers pause
     * and ask a person.
     *
     * @param answers how many of its first answers are looked at
     * @param changed which share of them may change what is stored, between 0 and 1
     * @param lost which share of them may take it away, between 0 and 1
     * @param failed which share of them may be none, between 0 and 1
     */
    public record Guard(
            @Bounds(least = "1", most = "1000000") @DefaultValue("100")
            int answers,

            @Bounds(least = "0", most = "1") @DefaultValue("0.8")
            double changed,

            @Bounds(least = "0", most = "1") @DefaultValue("0.2")
            double lost,

            @Bounds(least = "0", most = "1") @DefaultValue("0.5")
            double failed) {

        /** Whether so many answers may have done that, rather than ChromeData or we be mistaken. */
        public boolean plausible(double all, double changedOf, double lostOf, double failedOf) {
            return changedOf / all <= changed && lostOf / all <= lost && failedOf / all <= failed;
        }
    }
}
