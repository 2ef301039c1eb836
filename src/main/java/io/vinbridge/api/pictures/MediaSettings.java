package io.vinbridge.api.pictures;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the addresses of pictures.
 *
 * @param open whether anyone may fetch a copied picture by its hash; else it needs a key, or an address that is signed
 * @param signedFor how long a signed address of a picture lets in at least; those of one day end at the same midnight
 *     (UTC), so that browsers keep what they have
 */
@ConfigurationProperties("vinbridge.media")
public record MediaSettings(
        @ClusterWide @Name("public") @DefaultValue("false") boolean open,

        @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("30d")
        Duration signedFor) {}
