package io.vinbridge.ops.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.Vinbridge;
import io.vinbridge.ops.routes.check.RouteFileName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of routes is judged before it is deployed, with nothing else running. */
class CheckRoutesCommandTest {

    private static final Path SHIPPED = Path.of("routes");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(- route:\n    id: ([a-z0-9-]+)\n.*?)```");

    @TempDir
    Path folder;

    @Test
    void passesWhatShipsAndTheExamplesOfTheDocuments() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(
                        Files.readString(SHIPPED.resolve("README.md")) + Files.readString(Path.of("docs/stock.md")))
                .results()
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
        for (MatchResult example : examples) {
            write(example.group(2) + ".camel.yaml", example.group(1));
        }
        write("format-auction.jslt", "def takes(message) $message.lot {}");
        copyShipped();

        StringBuilder said = new StringBuilder();
        assertThat(check(said)).as(said.toString()).isTrue();

        assertThat(said).contains("good     poll-often.camel.yaml", "good     format-flat.jslt");
    }

    @Test
    void namesWhatWouldNotRunAndWhy() throws IOException {
        copyShipped();
        write("bad-cron.camel.yaml", RouteTexts.schedule("bad-cron", "now and then"));
        write("bad-step.camel.yaml", RouteTexts.route("bad-step", "to: direct:none"));

        StringBuilder said = new StringBuilder();
        assertThat(check(said)).isFalse();

        assertThat(said.toString().lines().filter(line -> line.startsWith("refused")))
                .hasSize(2)
                .anyMatch(line -> line.contains("bad-cron.camel.yaml: the cron \"now and then\""))
                .anyMatch(line -> line.contains("bad-step.camel.yaml: there is no step direct:none"));
    }

    private boolean check(StringBuilder said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean good = CheckRoutesCommand.run(
                        Vinbridge.class,
                        folder,
                        new String[] {"--vinbridge.routes.hosts=files.example.com"},
                        new PrintStream(bytes, true, UTF_8))
                == 0;
        said.append(bytes.toString(UTF_8));
        return good;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void copyShipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(file.getFileName());
                if (RouteFileName.is(file.getFileName().toString()) && !Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
