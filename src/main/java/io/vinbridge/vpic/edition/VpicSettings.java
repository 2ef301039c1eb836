package io.vinbridge.vpic.edition;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Free decode of VINs by NHTSA's published patterns (vPIC).
 *
 * @param url where the schedule {@code refresh-vpic} fetches NHTSA's monthly publication, such as
 *     {@code https://vpic.nhtsa.dot.gov/downloads/vPICList_lite_YYYY_MM.plain.zip}; {@code YYYY_MM} stands for the
 *     month, of which the newest that is there is taken. Without it nothing is fetched
 * @param fallback {@code serve} answers from NHTSA's data what ChromeData does not carry or cannot be asked for,
 *     marked, until ChromeData answers; without an account with ChromeData the service then runs on NHTSA's data alone.
 *     {@code off}: neither
 * @param impossible what becomes of a VIN that cannot be, as no manufacturer has its code or position 10 stands for no
 *     year: {@code ask} asks ChromeData and warns, {@code refuse} asks nobody. Only where NHTSA's data is loaded
 * @param notAsked types of vehicles, in NHTSA's words, that ChromeData is not asked for, as it does not carry them;
 *     others are {@code BUS}, {@code OFF ROAD VEHICLE}, {@code LOW SPEED VEHICLE (LSV)}. Only where NHTSA's data is
 *     loaded
 * @param mayShrink by which share an edition may have fewer patterns, or fewer manufacturers' codes, than the one in
 *     use; one with fewer still is not put in use, as a publication that lacks so much is broken rather than new
 * @param cache how many bytes of patterns stay in memory; never more than a twelfth of the heap
 */
@ConfigurationProperties("vinbridge.vpic")
public record VpicSettings(
        @Form(
                value = "(?i)(https?|file):/[^\\s]+",
                words = "an address such as https://example.com/vPICList_lite_YYYY_MM.plain.zip")
        String url,

        @ClusterWide @DefaultValue("off") Fallback fallback,
        @ClusterWide @DefaultValue("ask") Impossible impossible,

        @ClusterWide @DefaultValue({"TRAILER", "MOTORCYCLE"})
        List<String> notAsked,

        @Bounds(least = "0", most = "1") @DefaultValue("0.2")
        double mayShrink,

        @Bounds(least = "1MB", most = "4GB") @DefaultValue("32MB")
        DataSize cache) {

    /** Part that NHTSA's data takes where ChromeData has no answer. */
    public enum Fallback {
        OFF,
        SERVE
    }

    /** Treatment of a VIN that cannot be. */
    public enum Impossible {
        ASK,
        REFUSE
    }

    /** Whether NHTSA's data answers in ChromeData's place. */
    public boolean serves() {
        return fallback == Fallback.SERVE;
    }

    /** Whether ChromeData is not asked for vehicles of a type, which is null where none is known. */
    public boolean spares(String vehicleType) {
        return vehicleType != null && notAsked.stream().anyMatch(vehicleType::equalsIgnoreCase);
    }
}
