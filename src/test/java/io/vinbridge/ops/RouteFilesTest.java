package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.NodeTriggers;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bad file among the operator's routes is left out and named; the rest runs. */
class RouteFilesTest {

    private static final Path SHIPPED = Path.of("routes");

    @TempDir
    Path folder;

    @Test
    void areLeftOutWhereTheyAreBadAndTheRestRuns() throws IOException {
        String good = Files.readString(SHIPPED.resolve("poll-data-version.camel.yaml"));
        write("poll-data-version", good);
        write("bad-cron", schedule("bad-cron", "every now and then"));
        write("bad-syntax", "- route:\n    id: [");
        write("bad-component", schedule("bad-component", "0 0 * * * ?").replace("direct:refresh", "nonsense:refresh"));
        write("bad-placeholder", schedule("bad-placeholder", "{{no.such.setting}}"));
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);

            String health = node.health("/actuator/health");
            assertThat(JsonPath.<String>read(health, "$.components.routes.status"))
                    .isEqualTo("DEGRADED");
            Map<String, String> refused = JsonPath.read(health, "$.components.routes.details.what");
            assertThat(refused.keySet())
                    .containsExactlyInAnyOrder(
                            "bad-cron.camel.yaml",
                            "bad-syntax.camel.yaml",
                            "bad-component.camel.yaml",
                            "bad-placeholder.camel.yaml");
            assertThat(refused.get("bad-cron.camel.yaml")).containsIgnoringCase("cron");
            assertThat(refused.get("bad-component.camel.yaml")).contains("nonsense");
            assertThat(refused.get("bad-placeholder.camel.yaml")).contains("no.such.setting");
            assertThat(JsonPath.<String>read(node.health("/actuator/health/readiness"), "$.status"))
                    .isEqualTo("UP");
            assertThat(JsonPath.<List<String>>read(node.get("/schedules").body(), "$.items[*].name"))
                    .containsExactly("poll-data-version");
            assertThat(NodeTriggers.of(node)).containsOnlyKeys("poll-data-version");
        }
    }

    @Test
    void runByTheCronThatTheirFileHasAtEachStart() throws IOException {
        try (World world = World.create()) {
            for (int minute = 1; minute <= 3; minute++) {
                write("often", schedule("often", "0 " + minute + " * * * ?"));
                Node node = world.node("vinbridge.routes-dir=" + folder);
                assertThat(crons(node)).containsExactly("often 0 " + minute + " * * * ?");
                node.close();
            }
            Files.writeString(folder.resolve("kept.jslt"), "{}");
            Files.delete(folder.resolve("often.camel.yaml"));
            assertThat(crons(world.node("vinbridge.routes-dir=" + folder))).isEmpty();
        }
    }

    @Test
    void areImportedWhenTheyChangeAndGoWhenTheyAreDeleted() throws IOException {
        write("edited", schedule("edited", "0 1 * * * ?"));
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);
            write("edited", schedule("edited", "0 2 * * * ?"));
            write("added", schedule("added", "0 3 * * * ?"));

            await().untilAsserted(() ->
                    assertThat(crons(node)).containsExactlyInAnyOrder("added 0 3 * * * ?", "edited 0 2 * * * ?"));

            Files.delete(folder.resolve("added.camel.yaml"));
            await().untilAsserted(() -> assertThat(crons(node)).containsExactly("edited 0 2 * * * ?"));
        }
    }

    @Test
    void keepTheirLastGoodRevisionWhileTheyAreBad() throws IOException {
        String good = schedule("mended", "0 1 * * * ?");
        write("mended", good);
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);
            write("mended", schedule("mended", "every now and then"));

            await().untilAsserted(() -> assertThat(trouble(node)).contains("every now and then"));
            assertThat(crons(node)).containsExactly("mended 0 1 * * * ?");
            node.close();

            Node again = world.node("vinbridge.routes-dir=" + folder);
            assertThat(trouble(again)).contains("every now and then");
            assertThat(crons(again)).containsExactly("mended 0 1 * * * ?");
            write("mended", schedule("mended", "0 4 * * * ?"));
            await().untilAsserted(() -> assertThat(trouble(again)).isEqualTo("UP"));
            assertThat(crons(again)).containsExactly("mended 0 4 * * * ?");
        }
    }

    @Test
    void runOnWhileTheirFolderIsAwayOrEmpty() throws IOException {
        write("there", schedule("there", "0 1 * * * ?"));
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);
            Files.move(folder, away);
            await().untilAsserted(() -> assertThat(trouble(node)).contains("cannot be read"));
            Files.createDirectory(folder);
            await().untilAsserted(() -> assertThat(trouble(node)).contains("it is empty"));
            assertThat(crons(node)).containsExactly("there 0 1 * * * ?");
            node.close();

            Node again = world.node("vinbridge.routes-dir=" + folder);
            assertThat(trouble(again)).contains("it is empty");
            assertThat(crons(again)).containsExactly("there 0 1 * * * ?");
            Files.delete(folder);
            Files.move(away, folder);
            await().untilAsserted(() -> assertThat(trouble(again)).isEqualTo("UP"));
            assertThat(crons(again)).containsExactly("there 0 1 * * * ?");
        }
    }

    @Test
    void areAllThereAgainWhenTheirFolderIsFilledFileByFile() throws IOException {
        List<String> names = List.of("one", "two", "three", "four");
        for (String name : names) {
            write(name, schedule(name, "0 1 * * * ?"));
        }
        try (World world = World.create()) {
            world.node("vinbridge.routes-dir=" + folder).close();
            for (String name : names) {
                Files.delete(folder.resolve(name + ".camel.yaml"));
            }
            Node node = world.node("vinbridge.routes-dir=" + folder);
            assertThat(trouble(node)).contains("it is empty");
            for (String name : names) {
                write(name, schedule(name, "0 1 * * * ?"));
                await().pollDelay(Duration.ofMillis(400)).until(() -> true);
            }

            await().untilAsserted(() -> assertThat(trouble(node)).isEqualTo("UP"));
            assertThat(crons(node)).hasSize(4);
            assertThat(node.bean(JdbcTemplate.class)
                            .queryForObject(
                                    "SELECT count(*) FROM route_revisions WHERE content IS NULL", Integer.class))
                    .isZero();
        }
    }

    @Test
    void areRefusedByNameWhereTheyAreNoTextAndTheNodeStarts() throws IOException {
        write("good", schedule("good", "0 1 * * * ?"));
        Files.writeString(
                folder.resolve("wide.camel.yaml"), schedule("wide", "0 1 * * * ?"), StandardCharsets.UTF_16LE);
        Files.write(folder.resolve("._good.camel.yaml"), new byte[] {0, 5, 22, 7});
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);

            assertThat(trouble(node)).contains("wide.camel.yaml").doesNotContain("._good");
            assertThat(crons(node)).containsExactly("good 0 1 * * * ?");
        }
    }

    @Test
    void areWaitedForWhileTheyAreWritten() throws IOException {
        String whole = schedule("written", "0 1 * * * ?");
        try (World world = World.create()) {
            Node node = world.node("vinbridge.routes-dir=" + folder);
            for (int part = 1; part <= 20; part++) {
                write("written", whole.substring(0, whole.length() * part / 20));
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }

            await().untilAsserted(() -> assertThat(crons(node)).containsExactly("written 0 1 * * * ?"));
            assertThat(node.get("/routes/written.camel.yaml/revisions").body()).doesNotContain("refused");
        }
    }

    private static String trouble(Node node) {
        String health = node.health("/actuator/health");
        String status = JsonPath.read(health, "$.components.routes.status");
        return status.equals("UP")
                ? status
                : JsonPath.read(health, "$.components.routes.details.what").toString();
    }

    private static List<String> crons(Node node) {
        return NodeTriggers.of(node).entrySet().stream()
                .map(trigger -> trigger.getKey() + " " + trigger.getValue())
                .toList();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".camel.yaml"), yaml);
    }

    private static String schedule(String id, String cron) {
        return """
                - route:
                    id: %1$s
                    group: schedules
                    description: Asks which data builds there are
                    from:
                      uri: quartz:schedules/%1$s
                      parameters:
                        cron: "%2$s"
                        trigger.timeZone: UTC
                      steps:
                        - to:
                            uri: direct:refresh.poll-version
                """.formatted(id, cron);
    }
}
