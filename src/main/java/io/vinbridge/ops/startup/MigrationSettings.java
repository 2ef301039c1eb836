package io.vinbridge.ops.startup;

import io.vinbridge.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the database's migration.
 *
 * @param lockTimeout how long a change of a table waits for those who use it, while all who come later wait behind it;
 *     then it is tried twice more
 * @param ownStep whether the migration is a step of its own ({@code --migrate}): then a node does not start on a
 *     database that is behind
 */
@ConfigurationProperties("vinbridge.migration")
record MigrationSettings(
        @Bounds(least = "1ms", most = "1h") @DefaultValue("5s")
        Duration lockTimeout,

        @DefaultValue("false") boolean ownStep) {}
