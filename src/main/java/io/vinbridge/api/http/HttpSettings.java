package io.vinbridge.api.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API accepts.
 *
 * @param largestBody how large a request's body may be; a larger one is refused before it is read
 */
@ConfigurationProperties("vinbridge.http")
record HttpSettings(@DefaultValue("2MB") DataSize largestBody) {

    /** Where the contract's operations are; the contract says the same in its {@code servers}. */
    static final String CONTRACT_PATH = "/api/v1";
}
