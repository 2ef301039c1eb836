package io.vinbridge.api.http;

import io.vinbridge.settings.Bounds;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the API's HTTP server: limits of bodies.
 *
 * @param largestBody how large a request's body may be; a larger one is refused before it is read
 * @param bodiesAtOnce how many bytes of bodies a node holds at one time, one of the largest at least; a caller gets
 *     half of it, or one of the largest, at most; beyond that a request waits, and is told to come back
 * @param largestImport how large a list of vehicles to import may be, which is read as it comes in; a node holds two of
 *     the largest on its disk at one time, and one of a caller
 * @param bodyWithin within what time a body must be there; a list of vehicles may take longer
 * @param leastSpeed how many bytes a second must come in of a body, or be taken of an answer, on average once it took
 *     longer than `vinbridge.http.grace`
 * @param grace for how long a body or an answer may be slower than that
 */
@ConfigurationProperties("vinbridge.http")
public record HttpSettings(
        @Bounds(least = "1KB", most = "64MB") @DefaultValue("2MB")
        DataSize largestBody,

        @Bounds(least = "1KB", most = "1GB") @DefaultValue("4MB")
        DataSize bodiesAtOnce,

        @Bounds(least = "1KB", most = "10GB") @DefaultValue("512MB")
        DataSize largestImport,

        @Bounds(least = "100ms", most = "1h") @DefaultValue("60s")
        Duration bodyWithin,

        @Bounds(least = "1B", most = "10MB") @DefaultValue("4KB")
        DataSize leastSpeed,

        @Bounds(least = "0s", most = "10m") @DefaultValue("10s")
        Duration grace) {

    /** Path of the contract's operations; the contract has the same in its {@code servers}. */
    public static final String CONTRACT_PATH = "/api/v1";

    /** Paths whose bodies go into a file, as lists and dumps do, and the scope that it takes to send one. */
    private static final Map<String, Scope> IMPORT_PATHS =
            Map.of(CONTRACT_PATH + "/vehicles/import", Scope.WRITE, CONTRACT_PATH + "/vpic/imports", Scope.OPERATE);

    private static final String STOCK = CONTRACT_PATH + "/stock/";

    /** The scope that it takes to send a list, a dump or a stock file there; null where none is taken. */
    public static Scope importScope(String path) {
        return path.startsWith(STOCK) ? Scope.WRITE : IMPORT_PATHS.get(path);
    }
}
