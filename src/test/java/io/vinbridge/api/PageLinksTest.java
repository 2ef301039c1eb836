package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are made of files that are there. */
class PageLinksTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern OWN_FILE = Pattern.compile("(?:href|src)=\"(/(?!webjars/)[^\"?#]+\\.(?:css|js))\"");

    @Test
    void everyStyleSheetAndScriptThatAPageNamesIsThere() throws IOException {
        List<Path> named;
        try (Stream<Path> files = Files.walk(STATIC)) {
            named = files.filter(file -> file.endsWith("index.html"))
                    .flatMap(page -> named(page).stream())
                    .toList();
        }

        assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
    }

    private static List<Path> named(Path page) {
        try {
            return OWN_FILE.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .map(address -> STATIC.resolve(address.substring(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
