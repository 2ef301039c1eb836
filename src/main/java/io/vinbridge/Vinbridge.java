package io.vinbridge;

import io.vinbridge.ops.commands.Terminal;
import io.vinbridge.ops.commands.VinbridgeCommand;
import java.io.ObjectInputFilter;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Vinbridge: a company's own copy of ChromeData's vehicle descriptions and photographs, kept fresh and served. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Vinbridge {

    /** Runs the service, or the command that the line has: see {@link VinbridgeCommand}. */
    public static void main(String[] args) {
        refuseSerializedObjects();
        Integer exitCode = VinbridgeCommand.execute(Vinbridge.class, args);
        if (exitCode != null) {
            System.exit(exitCode);
        }
        giveTheCommonPoolThreads();
        SpringApplication application = new SpringApplication(Vinbridge.class);
        application.setDefaultProperties(Map.of("vinbridge.log-format", Terminal.isThere() ? "" : "ecs"));
        application.run(args);
    }

    /** Nothing here reads serialised Java: whatever hands such bytes to this process finds no class that is let in. */
    static void refuseSerializedObjects() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        }
    }

    /**
     * On one or two processors the JDK has no common pool to speak of, and its HTTP client starts a thread for every
     * step instead.
     */
    private static void giveTheCommonPoolThreads() {
        String parallelism = "java.util.concurrent.ForkJoinPool.common.parallelism";
        if (System.getProperty(parallelism) == null && Runtime.getRuntime().availableProcessors() <= 2) {
            System.setProperty(parallelism, "2");
        }
    }
}
