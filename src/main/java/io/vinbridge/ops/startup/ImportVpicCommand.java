package io.vinbridge.ops.startup;

import io.vinbridge.failures.Failure;
import io.vinbridge.vpic.edition.EditionImport;
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

/** Command that imports an edition of NHTSA's data from a file, and tells how far it is. Nodes that run take it within a second. */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(MigrationSettings.class)
@Import(MigrationStep.class)
public class ImportVpicCommand {

    /** The option of the command line that asks for it. */
    public static final String OPTION = "import-vpic";

    /** The option that asks for the opposite: the edition in use into a small file. */
    public static final String EXPORT = "export-vpic";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NO_FILE = 2;

    /** Imports a file; the answer is the exit code of the process: 0 where it is in use, 1 where it is not, 2 where there is no file. */
    public static int run(String file, String[] arguments, PrintStream out) {
        if (file == null || file.isBlank() || !Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file))) {
            out.println(
                    "There is no file " + (file == null ? "" : file)
                            + " to import; say --import-vpic FILE, with a vPICList_lite_YYYY_MM.plain.zip of https://vpic.nhtsa.dot.gov");
            return NO_FILE;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ImportVpicCommand.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return load(Path.of(file), context.getBean(JdbcConnectionDetails.class), out);
        }
    }

    /** Writes the edition in use into a file, from which it can be imported. */
    public static int export(String file, String[] arguments, PrintStream out) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ImportVpicCommand.class)
                        .web(WebApplicationType.NONE)
                        .run(arguments);
                OutputStream to = Files.newOutputStream(Path.of(file))) {
            new EditionImport(context.getBean(JdbcConnectionDetails.class), InstantSource.system()).export(to);
            return DONE;
        } catch (Failure | IOException e) {
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    private static int load(Path file, JdbcConnectionDetails database, PrintStream out) {
        long began = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            ImportDisplay display = new ImportDisplay(Files.size(file), out);
            new EditionImport(database, InstantSource.system())
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
