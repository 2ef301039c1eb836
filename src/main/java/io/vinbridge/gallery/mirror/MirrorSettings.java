package io.vinbridge.gallery.mirror;

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
 * @param askAgainAfter after how long ChromeData is asked whether a picture is still the same, when its style is next listed
 * @param verifyEvery time after which each image is read again and compared with its hash
 * @param keepUnused for how long an image is kept that no style uses any more
 * @param inMemory how much of what is served is kept in memory; never more than a sixteenth of the heap
 */
@ConfigurationProperties("vinbridge.gallery.mirror")
public record MirrorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue({"01", "02", "03", "12"}) List<String> viewShots,
        @DefaultValue({"01", "02", "03"}) List<String> colorizedShots,
        @DefaultValue("640") List<Integer> widths,
        @DefaultValue("White") List<String> backgrounds,
        @DefaultValue("25000000") long largestPixels,
        @DefaultValue("90d") Duration askAgainAfter,
        @DefaultValue("30d") Duration verifyEvery,
        @DefaultValue("30d") Duration keepUnused,
        @DefaultValue("64MB") DataSize inMemory) {}
