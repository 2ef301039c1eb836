package io.vinbridge.ops.startup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the database's migration.
 *
 * @param ownStep whether the migration is a step of its own ({@code --migrate}): then a node does not start on a database that is behind
 */
@ConfigurationProperties("vinbridge.migration")
record MigrationSettings(@DefaultValue("false") boolean ownStep) {}
