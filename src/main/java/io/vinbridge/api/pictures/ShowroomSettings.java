package io.vinbridge.api.pictures;

import io.vinbridge.settings.ClusterWide;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the showroom.
 *
 * @param open whether anyone may look around in `/gallery` without a key: what is stored is shown, nobody is asked for
 *     more, and of what a dealer says only what is meant for customers
 */
@ConfigurationProperties("vinbridge.gallery")
public record ShowroomSettings(
        @ClusterWide @Name("public") @DefaultValue("false") boolean open) {}
