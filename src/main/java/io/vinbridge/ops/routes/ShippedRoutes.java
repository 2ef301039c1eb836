package io.vinbridge.ops.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The routes that came with the service. */
@Component
class ShippedRoutes {

    private final RouteSet files = read("classpath:routes");

    RouteSet files() {
        return files;
    }

    /** The files of routes and mappings at a location. */
    static RouteSet read(String location) {
        TreeMap<String, String> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(location + "/*")) {
                if (file.getFilename() != null && RouteFile.is(file.getFilename())) {
                    files.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The routes at " + location + " cannot be read: " + e.getMessage(), e);
        }
        return new RouteSet(files);
    }
}
