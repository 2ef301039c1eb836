package io.vinbridge.stock.files;

import io.vinbridge.stock.StockSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Rights of the service's user in the folder of stock files. What it may not read, or not move aside, is left where it
 * is until it may: a file that cannot be moved would be taken again and again, and one that cannot be read is no broken
 * one.
 */
@Component
public class StockFolderRights implements GenericFileFilter<File> {

    private static final Logger LOG = LoggerFactory.getLogger(StockFolderRights.class);

    /** As many as anybody reads. */
    private static final int REMEMBERED = 100;

    /** The folders beside files into which they are moved. */
    private static final List<String> ASIDE = List.of(".taken", ".refused");

    private final StockSettings settings;
    private final Map<Path, Boolean> refused = new ConcurrentHashMap<>();

    StockFolderRights(StockSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean accept(GenericFile<File> found) {
        Path path = found.getFile().toPath();
        if (found.isDirectory()) {
            return usable(path, false);
        }
        return usable(path, false)
                && usable(path.getParent(), true)
                && ASIDE.stream()
                        .map(path::resolveSibling)
                        .filter(Files::exists)
                        .allMatch(aside -> usable(aside, true));
    }

    /** Tells what the service's user may not do there now, and how often; empty where nothing is in its way. */
    public Optional<String> trouble() {
        if (settings.folder() == null) {
            return Optional.empty();
        }
        refused.entrySet()
                .removeIf(one -> !Files.exists(one.getKey()) || missing(one.getKey(), one.getValue()) == null);
        List<String> troubles = Stream.concat(
                        Stream.of(Map.entry(Path.of(settings.folder()), false)), refused.entrySet().stream())
                .map(one -> missing(one.getKey(), one.getValue()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return troubles.stream()
                .findFirst()
                .map(first -> first + (troubles.size() == 1 ? "" : ", and " + (troubles.size() - 1) + " more like it"));
    }

    private boolean usable(Path path, boolean written) {
        String missing = missing(path, written);
        if (missing != null && refused.size() < REMEMBERED && refused.putIfAbsent(path, written) == null) {
            LOG.warn("Stock files are left where they are: {}. VINBRIDGE_STOCK_FOLDER is the folder", missing);
        }
        return missing == null;
    }

    /** What is missing at a file or folder that is to be read, and perhaps written; null where nothing is. */
    private static String missing(Path path, boolean written) {
        if (!Files.isReadable(path) || (Files.isDirectory(path) && !Files.isExecutable(path))) {
            return "the service's user may not read " + path.toAbsolutePath();
        }
        return written && !Files.isWritable(path)
                ? "the service's user may not move files in " + path.toAbsolutePath()
                : null;
    }
}
