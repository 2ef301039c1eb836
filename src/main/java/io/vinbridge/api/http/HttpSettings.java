package io.vinbridge.api.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API accepts.
 *
 * @param largestBody how large a request's body may be; a larger one is refused before it is read
 * @param bodiesAtOnce how many bytes of bodies a node holds whole at one time, one of the largest at least; beyond that a request waits, and is told to come back
 * @param largestImport how large a list of vehicles to import may be, which is read as it comes in
 */
@ConfigurationProperties("vinbridge.http")
record HttpSettings(
        @DefaultValue("2MB") DataSize largestBody,
        @DefaultValue("4MB") DataSize bodiesAtOnce,
        @DefaultValue("512MB") DataSize largestImport) {

    /** Where the contract's operations are; the contract says the same in its {@code servers}. */
    static final String CONTRACT_PATH = "/api/v1";
}
