package io.vinbridge.ops.startup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who migrates the database.
 *
 * @param ownStep whether that is a step of its own ({@code --migrate}): then a node does not start on a database that is behind
 */
@ConfigurationProperties("vinbridge.migration")
record MigrationSettings(@DefaultValue("false") boolean ownStep) {}
