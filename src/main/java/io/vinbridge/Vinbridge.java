package io.vinbridge;

import io.vinbridge.events.formats.TryEventCommand;
import io.vinbridge.ops.routes.CheckRoutesCommand;
import io.vinbridge.ops.startup.ImportVpicCommand;
import io.vinbridge.ops.startup.MigrateCommand;
import java.io.ObjectInputFilter;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Vinbridge: a company's own copy of ChromeData's vehicle descriptions and photographs, kept fresh and served. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Vinbridge {

    /** Runs the service; with {@code --migrate} it migrates the database instead, with {@code --try-event=FILE} shows what the formats
     * make of a message, with {@code --check-routes=FOLDER} which files of a folder of routes would run; with {@code --import-vpic FILE} it
     * imports NHTSA's data, with {@code --export-vpic FILE} it writes them into a small file. */
    public static void main(String[] args) throws Exception {
        refuseSerializedObjects();
        SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(args);
        if (options.containsProperty("try-event")) {
            Path routes = Path.of(options.containsProperty("routes") ? options.getProperty("routes") : "routes");
            System.exit(TryEventCommand.run(Path.of(options.getProperty("try-event")), routes, System.out) ? 0 : 1);
        }
        if (options.containsProperty(MigrateCommand.OPTION)) {
            MigrateCommand.run(args);
            return;
        }
        if (options.containsProperty(ImportVpicCommand.OPTION)) {
            System.exit(ImportVpicCommand.run(file(options, ImportVpicCommand.OPTION), args, System.out));
        }
        if (options.containsProperty(ImportVpicCommand.EXPORT)) {
            System.exit(ImportVpicCommand.export(file(options, ImportVpicCommand.EXPORT), args, System.out));
        }
        if (options.containsProperty("check-routes")) {
            Path folder = Path.of(options.getProperty("check-routes"));
            System.exit(CheckRoutesCommand.run(Vinbridge.class, folder, System.out) ? 0 : 1);
        }
        giveTheCommonPoolThreads();
        SpringApplication.run(Vinbridge.class, args);
    }

    /** Nothing here reads serialised Java: whatever hands such bytes to this process finds no class that is let in. */
    static void refuseSerializedObjects() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        }
    }

    /** {@code --option=FILE}, or the word that stands alone, behind {@code --option}. */
    private static String file(SimpleCommandLinePropertySource options, String option) {
        String value = options.getProperty(option);
        String behind = options.getProperty("nonOptionArgs");
        return value == null || value.isEmpty() ? behind : value;
    }

    /** On one or two processors the JDK has no common pool to speak of, and its HTTP client starts a thread for every step instead. */
    private static void giveTheCommonPoolThreads() {
        String parallelism = "java.util.concurrent.ForkJoinPool.common.parallelism";
        if (System.getProperty(parallelism) == null && Runtime.getRuntime().availableProcessors() <= 2) {
            System.setProperty(parallelism, "2");
        }
    }
}
