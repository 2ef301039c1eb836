package io.vinbridge.ops.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.failures.Failure;
import io.vinbridge.ops.routes.RouteMutations.Mutation;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Generated route files, and what those that are let through can be had to tell: nothing of the environment, the
 * settings or the files of the machine. {@code bench/route-fuzz} does the same with 20,000.
 */
@ExtendWith(OutputCaptureExtension.class)
class RouteFuzzTest {

    private static final String SECRET = "canary-of-the-settings-5150";
    private static final String IN_FILE = "canary-of-a-file-5151";
    private static final int MOST_RUN = 1000;

    @Test
    void noAcceptedRouteTellsASecret(CapturedOutput output) throws Exception {
        int files = Integer.getInteger("tests.fuzz", 300);
        Path canary = Files.writeString(Path.of("target/canary.txt").toAbsolutePath(), IN_FILE);
        RouteSet shipped = ShippedRoutes.read("file:routes");
        RouteMutations mutations = new RouteMutations(
                shipped.routes().stream().map(shipped::text).toList(),
                Long.getLong("tests.fuzz-seed", 20261130),
                canary.toString());
        try (World world = World.create()) {
            Node node = world.node("chromedata.account-secret=" + SECRET);
            RouteCheck check = node.bean(RouteCheck.class);
            RunningRoutes running = node.bean(RunningRoutes.class);
            RouteSet before = running.now();
            Map<String, Mutation> accepted = new LinkedHashMap<>();
            for (int i = 0; i < files; i++) {
                Mutation mutation = mutations.next();
                try {
                    check.check("fuzz.camel.yaml", before.with("fuzz.camel.yaml", mutation.text()));
                    accepted.putIfAbsent(mutation.text(), mutation);
                } catch (Failure refused) {
                    assertThat(refused).hasMessageNotContaining(SECRET).hasMessageNotContaining(IN_FILE);
                }
            }
            List<String> shapes = shapes(accepted.values());
            System.out.printf(
                    "%d files, %d distinct accepted, %d of them run%n", files, accepted.size(), shapes.size());
            assertThat(accepted).hasSizeGreaterThan(files / 100);
            synchronized (node.bean(RouteReconciler.class)) { // it would put those of the database back
                for (String text : shapes) {
                    running.swap(before.with("fuzz.camel.yaml", text));
                    assertThat(told(node)).as(text).noneMatch(RouteFuzzTest::secret);
                }
                running.swap(before);
            }
            assertThat(stored(node)).isEmpty();
            for (String path : List.of("/dead-letters", "/routes", "/changes", "/audit", "/events/summary")) {
                assertThat(secret(node.get(path).body())).as(path).isFalse();
            }
            assertThat(secret(node.health("/actuator/health"))).isFalse();
        }
        assertThat(secret(output.getAll())).isFalse();
    }

    /** First those with a step that none before them has, then others, as many as are run. */
    private static List<String> shapes(Collection<Mutation> accepted) {
        Set<String> seen = new HashSet<>();
        Set<String> shapes = new LinkedHashSet<>();
        accepted.stream()
                .filter(mutation -> seen.addAll(mutation.steps()))
                .limit(MOST_RUN)
                .forEach(mutation -> shapes.add(mutation.text()));
        accepted.stream().limit(MOST_RUN - shapes.size()).forEach(mutation -> shapes.add(mutation.text()));
        return List.copyOf(shapes);
    }

    /** The tables that have come to hold a secret, as it is or as bytes: events, letters, changes and whatever else. */
    private static List<String> stored(Node node) {
        JdbcClient jdbc = node.bean(JdbcClient.class);
        return jdbc
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> Stream.of(SECRET, IN_FILE, System.getenv("PATH"))
                        .anyMatch(secret -> jdbc.sql(
                                        "SELECT EXISTS (SELECT 1 FROM " + table
                                                + " t WHERE strpos(t::text, :secret) > 0 OR strpos(t::text, encode(convert_to(:secret, 'UTF8'), 'hex')) > 0)")
                                .param("secret", secret)
                                .query(Boolean.class)
                                .single()))
                .toList();
    }

    /** What comes back of messages as components make them, objects and all. */
    private static List<String> told(Node node) throws Exception {
        StringBuilder told = new StringBuilder();
        for (Object body : List.of("text", Map.of("a", 1), node.bean(CamelContext.class), TimeUnit.DAYS)) {
            Map<String, Object> headers = new HashMap<>(Map.of("x", "y"));
            headers.put("scheduler", node.bean(CamelContext.class));
            headers.put("trigger", TimeUnit.DAYS);
            Exchange answer = node.bean(ProducerTemplate.class)
                    .asyncSend("direct:fuzz", exchange -> {
                        exchange.getMessage().setBody(body);
                        exchange.getMessage().setHeaders(headers);
                    })
                    .get(30, TimeUnit.SECONDS);
            told.append(answer.getMessage().getBody())
                    .append(answer.getMessage().getHeaders())
                    .append(answer.getVariables())
                    .append(answer.getException());
        }
        return List.of(told.toString());
    }

    private static boolean secret(String text) {
        return text.contains(SECRET) || text.contains(IN_FILE) || text.contains(System.getenv("PATH"));
    }
}
