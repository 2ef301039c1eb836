package io.vinbridge.ops.startup;

import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Migrates the database and does nothing else: the step before a new version's nodes, with an account of its own where
 * one is wanted.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(MigrationSettings.class)
@Import(MigrationStep.class)
public class MigrateCommand {

    /** Ends once the database is what this version needs. */
    public static void run(String... arguments) {
        new SpringApplicationBuilder(MigrateCommand.class)
                .web(WebApplicationType.NONE)
                .properties(StartUpCheck.DATABASE_ALONE + "=true")
                .run(Stream.concat(Stream.of(arguments), Stream.of("--vinbridge.migration.own-step=false"))
                        .toArray(String[]::new))
                .close();
    }
}
