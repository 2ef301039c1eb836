package io.vinbridge.chromedata;

import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The customer's account with ChromeData and where the services are: one account and one locale for each deployment.
 *
 * @param describeUrl the Automotive Description Service; its last segment says the version, {@code 7a}, {@code 7b} or {@code 7c}
 * @param mediaUrl the Media Gallery's base address, without a slash at its end
 * @param accountNumber sent with every call to both services
 * @param accountSecret sent with every call to both services; never shown
 * @param country ISO 3166, upper case ({@code US}, {@code CA}): which data set answers
 * @param language ISO 639, lower case ({@code en}, {@code fr})
 */
@ConfigurationProperties("chromedata")
public record Account(
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

        @ClusterWide @Form(value = "[A-Z]{2}", words = "two capital letters, such as US") @DefaultValue("US")
        String country,

        @ClusterWide @Form(value = "[a-z]{2}", words = "two small letters, such as en") @DefaultValue("en")
        String language) {

    private static final Pattern VERSIONED = Pattern.compile(".*/(7[a-z])/?");

    /** The service version that the address names, such as {@code 7c}. */
    public String version() {
        String path = describeUrl.getPath();
        Matcher versioned = VERSIONED.matcher(path == null ? "" : path);
        if (!versioned.matches()) {
            throw new IllegalArgumentException(
                    "CHROMEDATA_DESCRIBE_URL must end in the service version, such as /Description/7c, but is "
                            + describeUrl);
        }
        return versioned.group(1);
    }

    /** True if there is something to sign in with. */
    public boolean complete() {
        return !accountNumber.isBlank() && !accountSecret.isBlank();
    }

    @Override
    public String toString() {
        return "Account[" + describeUrl + ", " + mediaUrl + ", " + country + "/" + language + "]";
    }
}
