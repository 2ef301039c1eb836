package io.vinbridge.ops.routes;

import io.vinbridge.failures.Failure;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Judges a folder of routes before it is deployed, with no database, no Redis and no ChromeData: the service starts,
 * and serves nothing.
 */
@Component
public class CheckRoutesCommand {

    private static final String[] NOTHING_SERVED = {
        "--spring.main.lazy-initialization=true",
        // Being a life cycle, it would begin a transaction, lazy or not.
        "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration",
        "--spring.flyway.enabled=false",
        "--spring.jmx.enabled=false",
        "--camel.main.jmx-enabled=false",
        "--camel.main.auto-startup=false",
        "--logging.level.root=off",
        // Its pools end before they were used, and it warns of that.
        "--logging.level.com.zaxxer.hikari=off",
    };

    private final RouteCheck check;

    CheckRoutesCommand(RouteCheck check) {
        this.check = check;
    }

    /**
     * Prints of each file in the folder whether it would run, or why not.
     *
     * @return the exit code: 0 where all would, 1 where one would not, or there is none
     */
    public static int run(Class<?> application, Path folder, String[] settings, PrintStream out) {
        RouteSet routes = ShippedRoutes.read("file:" + folder);
        if (routes.files().isEmpty()) {
            out.println("There is no file *.camel.yaml in " + folder);
            return 1;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("vinbridge.checking-routes=true")
                .run(Stream.of(NOTHING_SERVED, settings).flatMap(Stream::of).toArray(String[]::new))) {
            return context.getBean(CheckRoutesCommand.class).show(routes, out) ? 0 : 1;
        }
    }

    private boolean show(RouteSet routes, PrintStream out) {
        boolean all = true;
        for (String file : routes.files().keySet()) {
            try {
                check.check(file, routes);
                out.println("good     " + file);
            } catch (Failure e) {
                all = false;
                out.println("refused  " + file + ": " + e.getMessage());
            }
        }
        return all;
    }
}
