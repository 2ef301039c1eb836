package io.vinbridge.ops.startup;

import io.vinbridge.failures.Failure;
import io.vinbridge.vpic.edition.EditionImport;
import io.vinbridge.vpic.edition.VpicSettings;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Command that imports an edition of NHTSA's data from a file, and tells how far it is. Nodes that run take it within a
 * second.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties({MigrationSettings.class, VpicSettings.class})
@Import(MigrationStep.class)
public class ImportVpicCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /** Imports a file; the answer is the exit code of the process: 0 where it is in use, 1 where it is not. */
    public static int run(Path file, String[] settings, PrintStream out) {
        try (ConfigurableApplicationContext context = database(settings)) {
            return load(
                    file,
                    context.getBean(JdbcConnectionDetails.class),
                    context.getBean(VpicSettings.class).mayShrink(),
                    out);
        }
    }

    /** Writes the edition in use into a file, from which it can be imported. */
    public static int export(Path file, String[] settings, PrintStream out) {
        try (ConfigurableApplicationContext context = database(settings);
                OutputStream to = Files.newOutputStream(file)) {
            new EditionImport(context.getBean(JdbcConnectionDetails.class), InstantSource.system(), 0).export(to);
            return DONE;
        } catch (Failure | IOException e) {
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    /** It asks nobody but the database, and needs no account. */
    private static ConfigurableApplicationContext database(String[] settings) {
        return new SpringApplicationBuilder(ImportVpicCommand.class)
                .web(WebApplicationType.NONE)
                .properties(StartUpCheck.DATABASE_ALONE + "=true")
                .run(settings);
    }

    private static int load(Path file, JdbcConnectionDetails database, double mayShrink, PrintStream out) {
        long began = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            ImportDisplay display = new ImportDisplay(Files.size(file), out);
            new EditionImport(database, InstantSource.system(), mayShrink)
                    .run(new Told(in, display), file.getFileName().toString(), display);
            display.done(Duration.ofNanos(System.nanoTime() - began));
            return DONE;
        } catch (Failure | IOException e) {
            out.println();
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    /** Tells of the bytes that are read. */
    private static final class Told extends FilterInputStream {

        private final ImportDisplay display;

        Told(InputStream in, ImportDisplay display) {
            super(in);
            this.display = display;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            display.read(Math.max(0, some));
            return some;
        }
    }
}
