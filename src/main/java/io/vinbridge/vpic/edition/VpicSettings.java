package io.vinbridge.vpic.edition;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.Form;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Free decode of VINs by NHTSA's published patterns (vPIC).
 *
 * @param url where the schedule {@code refresh-vpic} fetches NHTSA's monthly publication, such as
 *     {@code https://vpic.nhtsa.dot.gov/downloads/vPICList_lite_YYYY_MM.plain.zip}; {@code YYYY_MM} stands for the month, of which the newest
 *     that is there is taken. Without it nothing is fetched
 * @param cache how many bytes of patterns stay in memory; never more than a twelfth of the heap
 */
@ConfigurationProperties("vinbridge.vpic")
public record VpicSettings(
        @Form(
                value = "(?i)(https?|file):/[^\\s]+",
                words = "an address such as https://example.com/vPICList_lite_YYYY_MM.plain.zip")
        String url,

        @Bounds(least = "1MB", most = "4GB") @DefaultValue("32MB")
        DataSize cache) {}
