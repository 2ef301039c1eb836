package io.vinbridge.api.access;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of authentication: the administrator's key, the console, and an issuer of tokens.
 *
 * @param adminKey the key that may do everything, to make the other keys with; without it and without others the API is
 *     closed
 * @param consoleFromAfar whether the console may be used from other machines
 */
@ConfigurationProperties("vinbridge")
public record AccessSettings(
        @DefaultValue("") String adminKey,
        @DefaultValue("false") boolean consoleFromAfar,
        @DefaultValue Access access) {

    /**
     * The rest of it.
     *
     * @param disabled lets everybody in without a key; refused unless the service listens on loopback only
     * @param origins the web sites whose pages may call from a browser, such as {@code https://inventory.example.com};
     *     none
     * @param sessionFor how long a page stays signed in
     * @param overlap for how long a key that is rotated still lets in
     * @param requestsPerMinute how many requests a key may send to one node, where the key itself has no number; any
     *     number
     * @param wrongKeysPerMinute size of an address' token bucket for wrong keys: after so many in a minute it has to
     *     wait
     * @param auditFor retention of the audit trail
     */
    public record Access(
            @DefaultValue("false") boolean disabled,

            @Form(
                    value = "(?i)(https?://[^\\s/]+|\\*)",
                    words = "addresses without a path, such as https://inventory.example.com")
            @DefaultValue
            List<String> origins,

            @Bounds(least = "1m", most = "30d") @DefaultValue("12h")
            Duration sessionFor,

            @Bounds(least = "0s", most = "90d") @DefaultValue("24h")
            Duration overlap,

            @Bounds(least = "1", most = "10000000") Integer requestsPerMinute,

            @Bounds(least = "1", most = "10000000") @DefaultValue("20")
            int wrongKeysPerMinute,

            @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("400d")
            Duration auditFor,

            @DefaultValue Jwt jwt) {}

    /**
     * Tokens of an issuer.
     *
     * @param issuer the address of the issuer, as in the tokens' {@code iss}; without it no tokens are taken
     * @param audience audience that the tokens' {@code aud} must name
     * @param keys address of the issuer's public keys; without it, the one in its OpenID configuration
     * @param scopePrefix prefix of the service's scopes in the tokens' {@code scope}
     */
    public record Jwt(
            @Form(value = Form.WEB, words = Form.WEB_WORDS) @DefaultValue("")
            String issuer,

            @DefaultValue("vinbridge") String audience,

            @Form(value = Form.WEB, words = Form.WEB_WORDS) @DefaultValue("")
            String keys,

            @DefaultValue("vinbridge:") String scopePrefix) {}

    @Override
    public String toString() {
        return "AccessSettings[adminKey=" + (adminKey.isEmpty() ? "none" : "set") + ", access=" + access + "]";
    }
}
