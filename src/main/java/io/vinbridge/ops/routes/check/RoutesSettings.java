package io.vinbridge.ops.routes.check;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator's routes may reach.
 *
 * @param hosts to which they may send by HTTP, such as {@code example.com} or {@code example.com:8443}; none unless it is named
 * @param watch whether a folder of files is looked at again and again, and imported where it changes
 * @param retry when what this node could not start is tried again; each time after twice as long
 */
@ConfigurationProperties("vinbridge.routes")
public record RoutesSettings(
        @DefaultValue Set<String> hosts,
        @DefaultValue("true") boolean watch,
        @DefaultValue("1m") Duration retry) {}
