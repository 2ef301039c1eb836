package io.vinbridge.api.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of authentication: the administrator's key, the console, and an issuer of tokens.
 *
 * @param adminKey the key that may do everything, to make the other keys with; without it and without others the API is closed
 * @param consoleFromAfar whether the console may be used from other machines
 */
@ConfigurationProperties("vinbridge")
record AccessSettings(
        @DefaultValue("") String adminKey,
        @DefaultValue("false") boolean consoleFromAfar,
        @DefaultValue Access access) {

    /**
     * The rest of it.
     *
     * @param disabled lets everybody in without a key; refused unless the service listens on loopback only
     * @param origins the web sites whose pages may call from a browser, such as {@code https://inventory.example.com}; none
     * @param sessionFor how long a page stays signed in
     * @param overlap for how long a key that is rotated still lets in
     * @param requestsPerMinute how many requests a key may send to one node, where the key itself has no number; any number
     * @param wrongKeysPerMinute size of an address' token bucket for wrong keys: after so many in a minute it has to wait
     * @param auditFor retention of the audit trail
     */
    record Access(
            @DefaultValue("false") boolean disabled,
            @DefaultValue List<String> origins,
            @DefaultValue("12h") Duration sessionFor,
            @DefaultValue("24h") Duration overlap,
            Integer requestsPerMinute,
            @DefaultValue("20") int wrongKeysPerMinute,
            @DefaultValue("400d") Duration auditFor,
            @DefaultValue Jwt jwt) {}

    /**
     * Tokens of an issuer.
     *
     * @param issuer the address of the issuer, as in the tokens' {@code iss}; without it no tokens are taken
     * @param audience audience that the tokens' {@code aud} must name
     * @param keys address of the issuer's public keys; without it, the one in its OpenID configuration
     * @param scopePrefix prefix of the service's scopes in the tokens' {@code scope}
     */
    record Jwt(
            @DefaultValue("") String issuer,
            @DefaultValue("vinbridge") String audience,
            @DefaultValue("") String keys,
            @DefaultValue("vinbridge:") String scopePrefix) {}

    @Override
    public String toString() {
        return "AccessSettings[adminKey=" + (adminKey.isEmpty() ? "none" : "set") + ", access=" + access + "]";
    }
}
