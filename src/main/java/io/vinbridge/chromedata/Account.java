package io.vinbridge.chromedata;

import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import io.vinbridge.settings.ShownAddress;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The customer's account with ChromeData and where the services are: one account and one locale for each deployment.
 *
 * @param service the contract that vehicles are described by: {@code ads} or {@code cvd}; a route may choose the other
 *     one for some of them
 * @param describeUrl the Automotive Description Service; its last segment says the version, {@code 7a}, {@code 7b} or
 *     {@code 7c}
 * @param mediaUrl the Media Gallery's base address, without a slash at its end
 * @param accountNumber sent with every call to ADS, and to the Media Gallery unless that has an account of its own; not
 *     needed with CVD
 * @param accountSecret sent with it; never shown
 * @param mediaAccountNumber the Media Gallery's account, where it is another than that of descriptions
 * @param mediaAccountSecret that account's secret; never shown
 * @param country ISO 3166, upper case ({@code US}, {@code CA}): which data set answers
 * @param language ISO 639, lower case ({@code en}, {@code fr})
 */
@ConfigurationProperties("chromedata")
public record Account(
        @DefaultValue("ads") DescribingService service,

        @ClusterWide
        @Form(value = Form.WEB, words = Form.WEB_WORDS)
        @DefaultValue("https://services.chromedata.com/Description/7c")
        URI describeUrl,

        @ClusterWide
        @Form(value = Form.WEB, words = Form.WEB_WORDS)
        @DefaultValue("https://media.chromedata.com/MediaGallery/service")
        URI mediaUrl,

        @ClusterWide @DefaultValue("") String accountNumber,
        @DefaultValue("") String accountSecret,
        @ClusterWide @DefaultValue("") String mediaAccountNumber,
        @DefaultValue("") String mediaAccountSecret,

        @ClusterWide @Form(value = "[A-Z]{2}", words = "two capital letters, such as US") @DefaultValue("US")
        String country,

        @ClusterWide @Form(value = "[a-z]{2}", words = "two small letters, such as en") @DefaultValue("en")
        String language) {

    private static final Pattern VERSIONED = Pattern.compile(".*/(7[a-z])/?");
    private static final Pattern HOST = Pattern.compile("(?i)https?://([^/?#:@]+)(?::\\d+)?/.*");

    /** The service version that the address names, such as {@code 7c}. */
    public String version() {
        String path = describeUrl.getPath();
        Matcher versioned = VERSIONED.matcher(path == null ? "" : path);
        if (!versioned.matches()) {
            throw new IllegalArgumentException(
                    "CHROMEDATA_DESCRIBE_URL must end in the service version, such as /Description/7c, but is "
                            + ShownAddress.of(describeUrl.toString()));
        }
        return versioned.group(1);
    }

    /** True if an address is one of the Media Gallery's host: pictures are fetched from no other. */
    public boolean givesPictures(String address) {
        Matcher host = HOST.matcher(address);
        return host.matches() && host.group(1).equalsIgnoreCase(mediaUrl.getHost());
    }

    /** True if there is somebody to ask: a node that describes by CVD does not start without a key pair. */
    public boolean asks() {
        return service == DescribingService.CVD || complete();
    }

    /** True if there is something to sign in to ADS with. */
    public boolean complete() {
        return !accountNumber.isBlank() && !accountSecret.isBlank();
    }

    /** The number with which the Media Gallery is asked. */
    public String mediaNumber() {
        return mediaAccountNumber.isBlank() ? accountNumber : mediaAccountNumber;
    }

    /** The secret with which the Media Gallery is asked. */
    public String mediaSecret() {
        return mediaAccountSecret.isBlank() ? accountSecret : mediaAccountSecret;
    }

    @Override
    public String toString() {
        return "Account[" + describeUrl + ", " + mediaUrl + ", " + country + "/" + language + "]";
    }
}
