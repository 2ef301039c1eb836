package io.vinbridge.api.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param adminKey the key that may do everything; without one the API is closed to everybody
 * @param open lets everybody in without a key; refused unless the service listens on loopback only
 * @param consoleFromAfar whether the console may be used from other machines
 */
@ConfigurationProperties("vinbridge")
record AccessSettings(
        @DefaultValue("") String adminKey,
        @DefaultValue("false") boolean open,
        @DefaultValue("false") boolean consoleFromAfar) {

    @Override
    public String toString() {
        return "AccessSettings[adminKey=" + (adminKey.isEmpty() ? "none" : "set") + ", open=" + open + "]";
    }
}
