package io.vinbridge.gallery.mirror;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of mirrored pictures: which are copied, and how long copies are kept and trusted.
 *
 * @param enabled whether any pictures are copied at all
 * @param viewShots the shots that are copied of a style in no particular colour
 * @param colorizedShots the shots that are copied in each colour
 * @param widths in pixels; where a style has not that size, the next larger is taken, else the next smaller
 * @param backgrounds {@code White} or {@code Transparent}; where a shot has none of them, what it has is taken
 * @param largestPixels how many pixels a picture may have
 * @param askAgainAfter after how long ChromeData is asked whether a picture is still the same, when its style is next
 *     listed
 * @param verifyEvery time after which each image is read again and compared with its hash
 * @param keepUnused for how long an image is kept that no style uses any more
 * @param inMemory how much of what is served is kept in memory; never more than a sixteenth of the heap
 */
@ConfigurationProperties("vinbridge.gallery.mirror")
public record MirrorSettings(
        @ClusterWide @DefaultValue("true") boolean enabled,

        @ClusterWide
        @Form(value = "[0-9]{1,3}", words = "numbers of shots, such as 01")
        @DefaultValue({"01", "02", "03", "12"})
        List<String> viewShots,

        @ClusterWide
        @Form(value = "[0-9]{1,3}", words = "numbers of shots, such as 01")
        @DefaultValue({"01", "02", "03"})
        List<String> colorizedShots,

        @ClusterWide @Bounds(least = "16", most = "10000") @DefaultValue("640")
        List<Integer> widths,

        @ClusterWide @Form(value = "White|Transparent", words = "White or Transparent") @DefaultValue("White")
        List<String> backgrounds,

        @Bounds(least = "10000", most = "1000000000") @DefaultValue("25000000")
        long largestPixels,

        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("90d")
        Duration askAgainAfter,

        @ClusterWide @Bounds(least = "1s", most = "3650d") @DefaultValue("30d")
        Duration verifyEvery,

        @ClusterWide @Bounds(least = "0s", most = "3650d") @DefaultValue("30d")
        Duration keepUnused,

        @Bounds(least = "0B", most = "64GB") @DefaultValue("64MB")
        DataSize inMemory) {}
