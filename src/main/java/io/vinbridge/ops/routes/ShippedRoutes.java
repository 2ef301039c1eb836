package io.vinbridge.ops.routes;

import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.ops.routes.check.RouteSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The routes that came with the service. */
@Component
class ShippedRoutes {

    private static final String FOLDER = "file:";

    private final RouteSet files = read("classpath:routes");

    RouteSet files() {
        return files;
    }

    /**
     * The files of routes and mappings at a location.
     *
     * @throws UncheckedIOException if one of them, or which there are, cannot be read
     */
    static RouteSet read(String location) {
        try {
            return location.startsWith(FOLDER)
                    ? folder(Path.of(location.substring(FOLDER.length())))
                    : classPath(location);
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException denied
                ? "the service's user may not read " + denied.getFile() + ". VINBRIDGE_ROUTES_DIR is the folder"
                : e.toString();
    }

    /**
     * Not by Spring's resolver: for it, a folder that cannot be listed is empty, and what is not there was taken away.
     */
    private static RouteSet folder(Path folder) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> ours = all.filter(
                            file -> RouteFileName.is(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .toList();
            for (Path file : ours) {
                files.put(file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new RouteSet(files);
    }

    private static RouteSet classPath(String location) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(location + "/*")) {
            if (file.getFilename() != null && RouteFileName.is(file.getFilename())) {
                files.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return new RouteSet(files);
    }
}
