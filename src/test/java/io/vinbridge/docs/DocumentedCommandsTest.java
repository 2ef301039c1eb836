package io.vinbridge.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vinbridge.Vinbridge;
import io.vinbridge.ops.commands.VinbridgeCommand;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import io.vinbridge.vpic.SmallDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of the documents do what they are there for: each is typed into a shell, beside a running service. */
class DocumentedCommandsTest {

    /** Commands that are not typed here, with the reason. A new one that cannot run here is named, or fails. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("./mvnw spring-boot:run", "EmbeddedRunTest starts it as a process"),
            Map.entry("./mvnw -DskipTests package", "this test is part of that build"),
            Map.entry("./mvnw verify", "this test is part of it"),
            Map.entry("./mvnw -q spotless:apply", "the build checks the same"),
            Map.entry("java -jar target/vinbridge.jar &", ".ci/try-jar: the jar is made after the tests"),
            Map.entry(
                    "curl -O https://vpic.nhtsa.dot.gov/downloads/vPICList_lite_2026_09.plain.zip",
                    "NHTSA's file of 76 MB; SecondOpinionsTest fetches one of ours"),
            Map.entry("docker build .", "needs Docker"),
            Map.entry("bench/soak --minutes=60 --rate=50 --folder=...", "takes an hour"),
            Map.entry("bench/replace --rounds=10 --rate=300 --folder=...", "needs HAProxy and half an hour"));

    /** What a reader fills in. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            " --import-vpic FILE", " --import-vpic vPICList_lite_2026_09.plain.zip",
            "format-<name>", "format-flat",
            // The embedded run asks for no key.
            "curl -s http://localhost", "curl -s -H \"X-API-Key: $KEY\" http://localhost",
            "https://example.com/hook", "https://127.0.0.1:9/hook");

    /** The key that README's environment file has. */
    private static final String ADMIN_KEY = "a-long-random-text";

    private static World world;
    private static Node node;
    private static HttpServer jar;

    @TempDir
    private static Path home;

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> all = new ArrayList<>(List.of(Path.of("README.md"), Path.of("routes/README.md")));
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void standInBlocksThatSayWhatTheyAre(Path document) throws IOException {
        assertThat(DocumentedCommand.unnamedBlocks(document)).isEmpty();
    }

    @Test
    void areNamedAsNotRunHereOnlyWhileADocumentHasThem() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        for (Path document : documents().toList()) {
            DocumentedCommand.of(document).forEach(command -> documented.add(command.line()));
        }

        assertThat(documented).containsAll(ELSEWHERE.keySet());
    }

    @EnabledIf("shellIsThere")
    @ParameterizedTest
    @MethodSource("documents")
    void doWhatTheyAreThereFor(Path document) throws Exception {
        Map<String, List<DocumentedCommand>> sessions = DocumentedCommand.of(document).stream()
                .filter(command -> !ELSEWHERE.containsKey(command.line()))
                .collect(groupingBy(DocumentedCommand::place, LinkedHashMap::new, toCollection(ArrayList::new)));

        for (Map.Entry<String, List<DocumentedCommand>> session : sessions.entrySet()) {
            type(
                    session.getKey(),
                    session.getValue().stream().map(DocumentedCommand::line).toList());
        }
    }

    /** The continuous build has these tools; a machine with a JDK alone need not. */
    static boolean shellIsThere() {
        return Stream.of("bash", "curl", "jq", "redis-cli", "timeout")
                .noneMatch(name -> tool(name).isEmpty());
    }

    private static String tool(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse("");
    }

    @BeforeAll
    static void startAServiceWithEverythingInIt() throws IOException {
        if (!shellIsThere()) {
            return;
        }
        world = World.create();
        node = world.nodeOfBoth(
                "ads",
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=" + ADMIN_KEY,
                "vinbridge.public-url=https://cars.example.com",
                "vinbridge.webhooks.private-addresses=true",
                "vinbridge.vpic.may-shrink=1");
        SmallDump dump = SmallDump.ofHondas();
        Files.write(home.resolve("vPICList_lite_2026_09.plain.zip"), dump.zip("vpic.sql"));
        Files.writeString(home.resolve("vins.txt"), World.freshVin() + "\n");
        Files.writeString(home.resolve("inventory.csv"), "vin\n" + World.freshVin() + "\n");
        Files.writeString(home.resolve("stock.csv"), "vin,stock,price\n" + World.freshVin() + ",S1,15000\n");
        Files.writeString(home.resolve("vinbridge.env"), DocumentedCommand.block(Path.of("README.md"), "properties"));
        Files.createDirectories(home.resolve(".vinbridge/redis"));
        Files.writeString(
                home.resolve(".vinbridge/redis/port"), TestServers.redis().replaceAll(".*:", ""));
        Files.createSymbolicLink(home.resolve("bin"), Path.of("bin").toAbsolutePath());
        copyRoutes();
        jar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jar.createContext("/", DocumentedCommandsTest::runTheJar);
        jar.start();
        shim("java", """
                [ "$1" = -jar ] && [ "${2##*/}" = vinbridge.jar ] || exit 64
                shift 2
                printf '%%s\\n' "$@" | '%s' -sS --fail-with-body --data-binary @- http://127.0.0.1:%d
                """.formatted(tool("curl"), jar.getAddress().getPort()));
        // Answered with an error, it fails; what goes on until it is ended is ended once it has run for a while.
        shim("curl", """
                fail=--fail-with-body
                for one in "$@"; do case $one in -f*) fail=-f ;; esac; done
                case " $* " in
                  *" -sN "*) timeout 2 '%1$s' "$fail" "$@" || [ "$?" = 124 ] ;;
                  *) exec '%1$s' "$fail" "$@" ;;
                esac
                """.formatted(tool("curl")));
        shim("redis-cli", """
                case $* in
                  *SUBSCRIBE*) timeout 2 '%1$s' -e "$@" || [ "$?" = 124 ] ;;
                  *) exec '%1$s' -e "$@" ;;
                esac
                """.formatted(tool("redis-cli")));
        load(dump);
    }

    /** The decode has something to say. */
    private static void load(SmallDump dump) {
        HttpResponse<String> answer = node.send(node.request("/api/v1/vpic/imports", "X-API-Key", ADMIN_KEY)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(dump.zip("vpic.sql"))));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        await().untilAsserted(() -> {
            HttpResponse<String> decode = node.get("/vins/1HGCV1F33LAA12345", "X-API-Key", ADMIN_KEY);
            assertThat(decode.statusCode()).as(decode.body()).isEqualTo(200);
        });
    }

    /** With the format that routes/README.md adds, out of its own blocks. */
    private static void copyRoutes() throws IOException {
        Path routes = Files.createDirectories(home.resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        Path readme = Path.of("routes/README.md");
        Files.writeString(routes.resolve("format-auction.jslt"), DocumentedCommand.block(readme, "jslt"));
        Files.writeString(
                routes.resolve("format-auction.camel.yaml"),
                Stream.of(Files.readString(readme).split("(?m)^```(?:yaml)?\\n"))
                        .filter(block -> block.startsWith("- route:\n    id: format-auction\n"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(
                routes.resolve("format-auction.sample.json"),
                "{\"lot\":{\"number\":\"7\",\"vin\":\"1HGCY2F67PAA12345\",\"hammerPrice\":\"15,000\"}}");
    }

    /** A process of its own takes ten seconds to say what this one says at once. */
    private static void runTheJar(HttpExchange exchange) throws IOException {
        Stream<String> line = new String(exchange.getRequestBody().readAllBytes(), UTF_8).lines();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(said, true, UTF_8));
        Integer exitCode;
        try {
            exitCode = VinbridgeCommand.execute(
                    Vinbridge.class,
                    Stream.concat(line.map(DocumentedCommandsTest::inHome), settings().stream())
                            .toArray(String[]::new));
        } finally {
            System.setOut(usual);
        }
        exchange.sendResponseHeaders(Objects.equals(exitCode, 0) ? 200 : 500, 0);
        exchange.getResponseBody().write(said.toByteArray());
        exchange.close();
    }

    /** An argument that names a file, alone or behind an equals sign, as it is from everywhere. */
    private static String inHome(String argument) {
        int value = argument.startsWith("--") ? argument.indexOf('=') + 1 : 0;
        Path file = home.resolve(argument.substring(value));
        return Files.exists(file) && (value > 0 || !argument.startsWith("--"))
                ? argument.substring(0, value) + file
                : argument;
    }

    private static void shim(String name, String body) throws IOException {
        Path folder = Files.createDirectories(home.resolve("path"));
        Path file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void type(String place, List<String> lines) throws IOException, InterruptedException {
        String typed = lines.stream().map(DocumentedCommandsTest::filledIn).collect(joining("\n"));
        Path said = home.resolve("said");
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-u", "-o", "pipefail", "-c", typed)
                .directory(home.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().put("PATH", home.resolve("path") + ":" + System.getenv("PATH"));
        shell.environment().put("KEY", ADMIN_KEY);
        shell.environment().put("VINBRIDGE_URL", "http://127.0.0.1:" + node.port());
        shell.environment().put("SPRING_DATA_REDIS_URL", TestServers.redis());
        Process process = shell.start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(place).isTrue();
        assertThat(process.exitValue())
                .as("%s%n%s%n%s", place, typed, Files.readString(said, UTF_8))
                .isZero();
    }

    private static String filledIn(String line) {
        String filled = line;
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            filled = filled.replace(placeholder.getKey(), placeholder.getValue());
        }
        return filled.replace("http://localhost:8080", "http://127.0.0.1:" + node.port())
                .replace("http://localhost:8081", "http://127.0.0.1:" + node.managementPort())
                .replace("\"revision\": 7", "\"revision\": " + revision());
    }

    /** One that can be rolled back to. */
    private static int revision() {
        String revisions = node.get("/routes/sync-catalog.camel.yaml/revisions", "X-API-Key", ADMIN_KEY)
                .body();
        return JsonPath.read(revisions, "$.items[0].number");
    }

    /** What the commands of the jar are told, as a service's environment would. */
    private static List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + world.database(),
                "--spring.datasource.username=" + TestServers.postgres().user(),
                "--spring.data.redis.url=" + TestServers.redis(),
                "--logging.structured.format.console=",
                "--vinbridge.vpic.may-shrink=1",
                "--vinbridge.gallery.store.folder=" + home.resolve("pictures"),
                "--chromedata.describe-url=" + world.sandbox().describeUrl("7c"),
                "--chromedata.cvd-url=" + world.sandbox().cvdUrl(),
                "--chromedata.vss-url=" + world.sandbox().vssUrl(),
                "--chromedata.account-number=sandbox",
                "--chromedata.account-secret=sandbox",
                "--chromedata.api-key=sandbox-key",
                "--chromedata.api-secret=sandbox-secret");
    }

    @AfterAll
    static void close() {
        if (world != null) {
            jar.stop(0);
            world.close();
        }
    }
}
