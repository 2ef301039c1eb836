package io.vinbridge.ops.routes;

import io.vinbridge.failures.StartUpProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Location from which the operator's routes are imported: the folder {@code vinbridge.routes-dir}, or, if there is no
 * folder {@code routes} and none was named, the routes that came with the service.
 */
public class RoutesLocation implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String USUAL = "routes";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        String folder = environment.getProperty("vinbridge.routes-dir", USUAL);
        boolean there = Files.isDirectory(Path.of(folder));
        if (!there && !folder.equals(USUAL)) {
            throw new StartUpProblem(
                    "There is no folder of routes at " + Path.of(folder).toAbsolutePath()
                            + ", or the service's user may not look there.",
                    "Set VINBRIDGE_ROUTES_DIR to the folder of your routes, or leave it out to run those that came with the"
                            + " service.");
        }
        String location = there ? "file:" + folder : "classpath:" + USUAL;
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "routes location",
                        Map.of("vinbridge.routes-source", location, "vinbridge.routes-location", "routes:")));
    }
}
