package io.vinbridge.ops.startup;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the database's migration.
 *
 * @param lockTimeout how long a change of a table waits for those who use it, while all who come later wait behind it; then it is tried twice more
 * @param ownStep whether the migration is a step of its own ({@code --migrate}): then a node does not start on a database that is behind
 */
@ConfigurationProperties("vinbridge.migration")
@Validated
record MigrationSettings(
        @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(hours = 1)
        Duration lockTimeout,

        @DefaultValue("false") boolean ownStep) {}
