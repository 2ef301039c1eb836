package io.vinbridge.chromedata;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The customer's key pair for ChromeData's REST services, and where those are.
 *
 * @param cvdUrl ChromeData VIN Descriptions, without a slash at its end
 * @param vssUrl the Vehicle Selector Service, without a slash at its end
 * @param apiKey the portal's key, or the application id of Atmosphere; sent with every call to both services
 * @param apiSecret signs every call to both services; never sent, never shown
 * @param apiAuth how calls are signed: {@code signature} (HMAC of the date) or {@code atmosphere} (digest of a nonce)
 * @param profile the profile that CVD answers by, such as {@code CVDStandard}; another makes every description of CVD
 *     due again
 */
@ConfigurationProperties("chromedata")
public record ApiAccount(
        @DefaultValue("https://cvd-api.jdpower.com/CVD/v1.0")
        URI cvdUrl,

        @DefaultValue("https://vss-api.jdpower.com/VSS/v1.0")
        URI vssUrl,

        @DefaultValue("") String apiKey,
        @DefaultValue("") String apiSecret,
        @DefaultValue("signature") Auth apiAuth,
        @DefaultValue("CVDStandard") String profile) {

    /** Scheme by which calls are signed. */
    public enum Auth {
        SIGNATURE,
        ATMOSPHERE
    }

    /** True if there is something to sign with. */
    public boolean complete() {
        return !apiKey.isBlank() && !apiSecret.isBlank();
    }

    @Override
    public String toString() {
        return "ApiAccount[" + cvdUrl + ", " + vssUrl + ", " + apiAuth + ", " + profile + "]";
    }
}
