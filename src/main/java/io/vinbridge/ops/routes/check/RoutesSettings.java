package io.vinbridge.ops.routes.check;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the operator's routes: the hosts that they may reach, and the watch over their folder.
 *
 * @param hosts hosts that routes may reach by HTTP and SFTP, such as {@code example.com} or {@code example.com:8443};
 *     none unless it is named
 * @param watch whether the folder of routes is watched, and its changes imported
 * @param retry pause before this node retries a route that it could not start; it doubles each time
 */
@ConfigurationProperties("vinbridge.routes")
public record RoutesSettings(
        @ClusterWide @Form(value = "[A-Za-z0-9._*:\\[\\]-]+", words = "names of hosts") @DefaultValue
        Set<String> hosts,

        @DefaultValue("true") boolean watch,

        @Bounds(least = "100ms", most = "1h") @DefaultValue("1m")
        Duration retry) {}
