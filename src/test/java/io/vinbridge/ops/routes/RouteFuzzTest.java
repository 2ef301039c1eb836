package io.vinbridge.ops.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.failures.Failure;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Generated route files, and what those that are let through can be had to tell: nothing of the environment, the settings or the files of
 * the machine. {@code bench/route-fuzz} does the same with 20,000.
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
            Set<String> accepted = new LinkedHashSet<>();
            for (int i = 0; i < files; i++) {
                String text = mutations.next();
                try {
                    check.check("fuzz.camel.yaml", before.with("fuzz.camel.yaml", text));
                    accepted.add(text);
                } catch (Failure refused) {
                    assertThat(refused).hasMessageNotContaining(SECRET).hasMessageNotContaining(IN_FILE);
                }
            }
            System.out.printf("%d files, %d distinct accepted%n", files, accepted.size());
            assertThat(accepted).hasSizeGreaterThan(files / 100);
            for (String text : accepted.stream().limit(MOST_RUN).toList()) {
                running.swap(before.with("fuzz.camel.yaml", text));
                assertThat(told(node)).as(text).noneMatch(RouteFuzzTest::secret);
            }
            running.swap(before);
        }
        assertThat(secret(output.getAll())).isFalse();
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
