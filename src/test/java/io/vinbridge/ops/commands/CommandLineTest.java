package io.vinbridge.ops.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.Vinbridge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines as people write them, right and wrong. */
class CommandLineTest {

    private static final Path SAMPLE = Path.of("routes/format-flat.sample.json");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hepl                                  | Unknown option: '--hepl'",
                "--check-route routes                    | --check-routes",
                "--checkroutes=routes                    | --check-routes",
                "--try-events=x                          | --try-event",
                "--migrat                                | --migrate",
                "--migrate=now                           | now",
                "--import-vpic                           | FILE",
                "--check-routes                          | FOLDER",
                "--check-routes routes more              | more",
                "--check-routes nowhere                  | There is no folder nowhere",
                "--check-routes=README.md                | There is no folder README.md",
                "--try-event=nothing.json                | There is no file nothing.json",
                "--try-event README.md --routes nowhere  | There is no folder nowhere",
                "--import-vpic nothing.zip               | There is no file nothing.zip",
                "--import-vpic=routes                    | There is no file routes",
                "start                                   | Unmatched argument at index 0: 'start'",
                "-Dserver.port=9000                      | -Dserver.port=9000",
                "--port=9000                             | --port",
                "--server.port 9000                      | --server.port",
                "--serverport=9000                       | a setting is written --name.of.it=value",
                "--unknown.name=1                        | --unknown.name",
            })
    void refusesAWrongLineWithExitCodeTwoAndShowsNoStackTrace(String line, String said) {
        Output output = execute(line.split(" +"));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains(said).doesNotContain("\tat ", "Exception");
        assertThat(output.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void listsItsCommandsAndExitCodes(String option) {
        Output output = execute(option);

        assertThat(output.exitCode()).isZero();
        assertThat(output.out())
                .contains("--check-routes", "--try-event", "--migrate", "--import-vpic", "--export-vpic", "Exit codes:")
                .contains("the command line is wrong");
    }

    @Test
    void saysItsVersion() {
        assertThat(execute("--version").out()).startsWith("Vinbridge ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--try-event %s",
                "--try-event=%s",
                "--try-event %s --routes routes",
                "--try-event=%s --routes=routes"
            })
    void takesAFileWithAnEqualsSignAndWithout(String line) {
        Output output = execute(line.formatted(SAMPLE).split(" "));

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).startsWith("{");
    }

    @Test
    void saysOfAMessageThatIsNotUnderstoodWhyNot() throws IOException {
        Path message = Files.writeString(folder.resolve("message.json"), "{\"nothing\": true}");

        Output output = execute("--try-event", message.toString());

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out()).startsWith("Not understood: ");
    }

    @Test
    void takesAnEmptyFolderOfRoutesForNoSuccess() {
        Output output = execute("--check-routes=" + folder);

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out()).contains("There is no file *.camel.yaml in " + folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.port=0",
                "--vinbridge.chromedata.calls-per-day=5",
                "--spring.main.banner-mode=off",
                "--debug"
            })
    void leavesTheSettingsOfAServiceToItsStart(String setting) {
        assertThat(VinbridgeCommand.execute(Vinbridge.class, new String[] {setting}))
                .isNull();
    }

    private record Output(Integer exitCode, String out, String err) {}

    private static Output execute(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream usualOut = System.out;
        PrintStream usualErr = System.err;
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            Integer exitCode = VinbridgeCommand.execute(Vinbridge.class, line);
            return new Output(exitCode, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }
}
