package io.vinbridge.stock;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of stock files.
 *
 * @param mostGone share of a dealer's vehicles, from 0 to 1, that a whole file may take away; one that takes away more
 *     waits for a person's yes
 * @param missingAfter how many whole files in a row must lack a vehicle before it is gone; the same file again does not
 *     count
 * @param returnsWithin for how long after it was gone a vehicle that is back is still the same offer, with its old
 *     `since`
 * @param largest how many bytes a file may unpack to
 * @param mostLines how many lines a file may have
 * @param mostRefused how many refused lines a report tells one by one; all are counted
 * @param batch how many lines are taken in one transaction
 * @param lease how long a file is taken to be in the hands of a node that has begun with it: after that, it has ended
 * @param taking whether this node works on stock files; what is received waits for one that does
 * @param describe whether ChromeData is asked about vehicles that come with a file and are not described
 * @param folder the folder that is watched for files, `DEALER/whole/FILE` or `DEALER/FILE` for a part; none unless set
 * @param folderQuiet for how long a file in it must have been the same before it is taken
 * @param keep for how long files and their reports are kept
 * @param columns more names of columns, by what they are here, such as `stock: [Lagernummer]`
 */
@ConfigurationProperties("vinbridge.stock")
public record StockSettings(
        @ClusterWide @Bounds(least = "0", most = "1") @DefaultValue("0.2")
        double mostGone,

        @ClusterWide @Bounds(least = "1", most = "30") @DefaultValue("1")
        int missingAfter,

        @ClusterWide @Bounds(least = "0s", most = "3650d") @DefaultValue("30d")
        Duration returnsWithin,

        @ClusterWide @Bounds(least = "1MB", most = "16GB") @DefaultValue("2GB")
        DataSize largest,

        @ClusterWide @Bounds(least = "1", most = "10000000") @DefaultValue("2000000")
        int mostLines,

        @ClusterWide @Bounds(least = "1", most = "1000000") @DefaultValue("10000")
        int mostRefused,

        @Bounds(least = "1", most = "5000") @DefaultValue("500")
        int batch,

        @ClusterWide @Bounds(least = "1s", most = "1h") @DefaultValue("30s")
        Duration lease,

        @DefaultValue("true") boolean taking,
        @ClusterWide @DefaultValue("true") boolean describe,
        String folder,

        @Bounds(least = "100ms", most = "1h") @DefaultValue("5s")
        Duration folderQuiet,

        @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("90d")
        Duration keep,

        @DefaultValue Map<String, List<String>> columns) {}
