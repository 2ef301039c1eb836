package io.vinbridge.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The run that a new user types, as processes of its own. */
class EmbeddedRunTest {

    private static final String VIN = "1HGCV1F33LAA12345";

    /** A build that runs in the background has interrupts ignored, and so would all that it starts. */
    private static final List<String> GROUP_OF_ITS_OWN = List.of("setsid", "env", "--default-signal=INT");

    private static final boolean GROUPS = run("setsid", "env", "--default-signal=INT", "true");

    private final List<Process> runs = new ArrayList<>();
    private final Map<String, String> ports = Map.of(
            "SERVER_PORT", Integer.toString(Ports.free()),
            "MANAGEMENT_SERVER_PORT", Integer.toString(Ports.free()),
            "SANDBOX_PORT", Integer.toString(Ports.free()));
    private Path home;

    @BeforeEach
    void makeAHome() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "embedded-runs")), "run")
                .toAbsolutePath();
    }

    @AfterEach
    void stopEveryRun() throws InterruptedException {
        for (Process run : runs) {
            run.destroy();
            run.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsItsDataThroughAKillAndStopsItsServersWhenItIsStopped() throws Exception {
        Process killed = start("first.log");
        untilReady(killed, "first.log");
        String stored = get("SERVER_PORT", "/api/v1/vehicles/" + VIN);
        killed.destroyForcibly().waitFor();

        Process next = start("second.log");
        untilReady(next, "second.log");
        assertThat(said("second.log"))
                .contains("PostgreSQL is there from another run.")
                .contains("Redis is there from another run.")
                .contains("curl -s http://localhost:" + ports.get("SERVER_PORT") + "/api/v1/vehicles/");
        assertThat(get("SERVER_PORT", "/api/v1/vehicles/" + VIN)).isEqualTo(stored);
        assertThat(get("SANDBOX_PORT", "/sandbox/ledger")).doesNotContain("describeVehicle");

        Process second = start("third.log");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said("third.log"))
                .contains("Port " + ports.get("SERVER_PORT") + " is taken")
                .contains("set SERVER_PORT to a free port");

        int before = said("second.log").length();
        interrupt(next);
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said("second.log").substring(before)).isEmpty();
        assertThat(home.resolve(".vinbridge/postgres/PG_VERSION")).exists();
        assertThat(home.resolve(".vinbridge/postgres/postmaster.pid")).doesNotExist();
    }

    private Process start(String log) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        // What watches the lines of the tests watches those of this run too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent"))
                .map(argument -> argument.replace(
                        "destfile=target", "destfile=" + Path.of("target").toAbsolutePath()))
                .forEach(command::add);
        if (GROUPS) {
            command.addAll(0, GROUP_OF_ITS_OWN);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EmbeddedRun.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(log).toFile());
        builder.environment().putAll(ports);
        Process run = builder.start();
        runs.add(run);
        return run;
    }

    /** As Ctrl-C on a terminal does: all processes of the group are interrupted at once. */
    private static void interrupt(Process run) throws Exception {
        if (GROUPS) {
            run("kill", "-INT", "--", "-" + run.pid());
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(130);
        } else {
            run.destroy();
        }
    }

    /** Whether it ends well. */
    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void untilReady(Process run, String log) {
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            assertThat(run.isAlive()).as(said(log)).isTrue();
            return said(log).contains("Vinbridge is ready.");
        });
    }

    private String said(String log) throws IOException {
        return Files.readString(home.resolve(log), UTF_8);
    }

    private String get(String port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + ports.get(port) + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
