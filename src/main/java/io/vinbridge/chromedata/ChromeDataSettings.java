package io.vinbridge.chromedata;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the calls to ChromeData.
 *
 * @param concurrentCalls how many calls may be under way at once in the whole cluster; more wait their turn
 * @param callsPerDay how many billed calls may be made in one UTC day by the whole cluster; no limit where it is not
 *     set
 * @param callsPerSecond how many calls may be begun in any second by the whole cluster; no limit where it is not set
 * @param keptForPeople share of the day's budget that is reserved for people who wait, between 0 and 1
 * @param connectTimeout how long a connection may take; raise it only for a slow proxy
 * @param answerTimeout how long the service may stay silent before the call counts as failed
 * @param longestAnswer how long a whole answer may take, however steadily it trickles in
 * @param largestAnswer how large an answer may be, unpacked; a larger one is refused while it is read
 * @param switches what describeVehicle is asked to include; changing them makes every stored description due again.
 *     With {@code IncludeRegionalVehicles} among them, styles are candidates too that are sold in some regions only:
 *     more VINs are described, and more of them are ambiguous
 * @param buildData whether the account is entitled to build data: then an answer holds for its VIN alone and nothing is
 *     shared
 * @param credentials texts of faults that mean a wrong account or secret
 * @param entitlement texts of faults that mean the account may not see this country, data or service
 * @param profiles texts of refusals that mean that the account may not use the profile that CVD is asked to answer by
 * @param quota texts of faults that mean the account's calls are used up
 * @param goldenVins VINs that CVD, which tells no data builds, is asked for anew each UTC day; where one of them has
 *     changed, a run over all that it has described begins
 * @param failures texts of faults of the service's own that mean that it failed, whatever else they name
 */
@ConfigurationProperties("vinbridge.chromedata")
public record ChromeDataSettings(
        @ClusterWide @Bounds(least = "1", most = "1000") @DefaultValue("15")
        int concurrentCalls,

        @ClusterWide @Bounds(least = "0", most = "100000000")
        Long callsPerDay,

        @ClusterWide @Bounds(least = "1", most = "10000") Integer callsPerSecond,

        @ClusterWide @Bounds(least = "0", most = "1") @DefaultValue("0.1")
        double keptForPeople,

        @Bounds(least = "100ms", most = "1m") @DefaultValue("5s")
        Duration connectTimeout,

        @Bounds(least = "100ms", most = "10m") @DefaultValue("30s")
        Duration answerTimeout,

        @Bounds(least = "100ms", most = "30m") @DefaultValue("60s")
        Duration longestAnswer,

        @Bounds(least = "64KB", most = "512MB") @DefaultValue("32MB")
        DataSize largestAnswer,

        @ClusterWide
        @Form(value = "[A-Z][A-Za-z]+", words = "names such as ShowAvailableEquipment")
        @DefaultValue({
            "ShowExtendedDescriptions",
            "ShowAvailableEquipment",
            "ShowConsumerInformation",
            "ShowExtendedTechnicalSpecifications",
            "IncludeDefinitions"
        })
        List<String> switches,

        @ClusterWide @DefaultValue("false") boolean buildData,

        @DefaultValue("(?i)account|secret|credential|authenti|password")
        List<Pattern> credentials,

        @DefaultValue("(?i)entitle|licen[cs]e|not permitted|not authori[sz]ed|forbidden")
        List<Pattern> entitlement,

        @DefaultValue("(?i)profile") List<Pattern> profiles,

        @DefaultValue("(?i)quota|too many|(limit|calls|requests)\\b.*\\b(reached|exceeded|spent|used up)")
        List<Pattern> quota,

        @DefaultValue("(?i)exception|time[d -]?out|internal|connection|database|overload|unavailable")
        List<Pattern> failures,

        @DefaultValue List<String> goldenVins,
        @DefaultValue Compare compare,
        @DefaultValue Breaker breaker) {

    /** Calls of a day that only people who wait may spend; 0 if the day has no limit. */
    public long callsKeptForPeople() {
        return callsPerDay == null ? 0 : Math.round(callsPerDay * keptForPeople);
    }

    /**
     * Settings of the comparison of ADS with CVD.
     *
     * @param share share of the fetches for which the other service is asked too, and both answers are compared,
     *     between 0 and 1
     * @param callsPerDay how many of the day's calls may be spent on comparing; none unless it is set
     * @param fields members that count for the verdict, such as {@code styles.msrp}; all where none are named
     */
    public record Compare(
            @Bounds(least = "0", most = "1") @DefaultValue("0")
            double share,

            @ClusterWide @Bounds(least = "0", most = "1000000000") @DefaultValue("0")
            long callsPerDay,

            @DefaultValue List<String> fields) {}

    /**
     * Settings of the circuit breakers.
     *
     * @param failureRate how many percent of the last calls must have failed for calls to be kept from a service
     * @param window how many calls the last ones are
     * @param minimumCalls how many calls there must have been at least before any are kept from a service
     * @param openFor for how long calls are kept from a service then; half as long again each time that it still fails
     * @param longestOpen for how long at most
     * @param trialCalls how many calls may then try whether it answers again
     * @param refusedFor how often one call tries whether the account, once refused, is accepted again, or what we ask
     *     understood
     * @param complaints after how many complaints in a row about the form of what we ask no more is asked
     */
    public record Breaker(
            @Bounds(least = "1", most = "100") @DefaultValue("50")
            float failureRate,

            @Bounds(least = "1", most = "100000") @DefaultValue("20")
            int window,

            @Bounds(least = "1", most = "100000") @DefaultValue("10")
            int minimumCalls,

            @Bounds(least = "1ms", most = "1h") @DefaultValue("15s")
            Duration openFor,

            @Bounds(least = "1ms", most = "1d") @DefaultValue("5m")
            Duration longestOpen,

            @Bounds(least = "1", most = "1000") @DefaultValue("3")
            int trialCalls,

            @Bounds(least = "1ms", most = "1d") @DefaultValue("1m")
            Duration refusedFor,

            @Bounds(least = "1", most = "1000") @DefaultValue("3")
            int complaints) {}
}
