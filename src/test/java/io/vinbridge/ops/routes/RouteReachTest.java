package io.vinbridge.ops.routes;

import static io.vinbridge.ops.routes.RouteTexts.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.failures.Failure;
import io.vinbridge.ops.routes.check.MemberLanguage;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the expressions of an operator's route reach, whatever the message is that comes in. */
class RouteReachTest {

    private static final String FILE = "reach.camel.yaml";

    private final Node node = World.shared().node();
    private final RunningRoutes running = node.bean(RunningRoutes.class);
    private final RouteSet before = running.now();
    private final ProducerTemplate messages = node.bean(ProducerTemplate.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body.context}",
                "${body.name}",
                "${body.registry}",
                "${body.declaringClass}",
                "${body.declaringClass.classLoader}",
                "${body.bytes}",
                "${body.environment}",
                "${body.applicationContext.environment.systemEnvironment}",
                "${body.propertiesComponent}",
                "${body.hashCode}",
                "${body.toString}",
                "${body.describeConstable}",
                "${body.entrySet}",
                "${body.chars}",
                "${body.stream}",
                "${body.traverse}",
                "${body[0].declaringClass}",
            })
    void readsNoMemberOfWhatIsNoData(String expression) {
        RouteSet with = before.with(FILE, route("reach", "setBody: {simple: \"" + expression + "\"}"));
        try {
            node.bean(RouteCheck.class).check(FILE, with);
        } catch (Failure refused) {
            return;
        }
        running(with, () -> {
            for (Object body : List.of(
                    node.bean(CamelContext.class),
                    IntakeChannel.HTTP,
                    TimeUnit.DAYS,
                    Thread.currentThread(),
                    String.class,
                    new Object(),
                    Instant.EPOCH)) {
                assertThat(answer(body).getException())
                        .as("%s of %s", expression, body)
                        .isNotNull()
                        .isNotInstanceOf(DirectConsumerNotAvailableException.class);
            }
            for (Object data : List.of("text", Map.of("a", 1), List.of("a"))) {
                Exchange answer = answer(data);
                assertThat(answer.getException() != null || answer.getMessage().getBody() == null)
                        .as("%s of %s", expression, data)
                        .isTrue();
            }
        });
    }

    /** Does something while these routes run: the reconciler would put those of the database back. */
    private void running(RouteSet routes, Runnable act) {
        synchronized (node.bean(RouteReconciler.class)) {
            running.swap(routes);
            try {
                act.run();
            } finally {
                running.swap(before);
            }
        }
    }

    private Exchange answer(Object body) {
        return messages.send("direct:reach", exchange -> exchange.getMessage().setBody(body));
    }

    @Test
    void readsMembersOfData() throws Exception {
        JsonNode json = new ObjectMapper().readTree("{\"a\":[{\"b\":\"c\"}],\"class\":1,\"n\":null}");

        assertThat(MemberLanguage.read(json, ".a[0].b")).isEqualTo("c");
        assertThat(MemberLanguage.read(json, "a[last].b")).isEqualTo("c");
        assertThat(MemberLanguage.read(json, "n.b")).isNull();
        assertThat(MemberLanguage.read(json, "none.b")).isNull();
        assertThat(MemberLanguage.read(Map.of("a", List.of("b")), "[a][0]")).isEqualTo("b");
        assertThat(MemberLanguage.read(Map.of("getClass", "text"), "['getClass'].length"))
                .isEqualTo(4);
        assertThat(MemberLanguage.read(Vin.of("1HGCV1F33LAA12345"), "value")).isEqualTo("1HGCV1F33LAA12345");
    }

    @Test
    void readsNothingElse() {
        assertThatThrownBy(() -> MemberLanguage.read(Vin.of("1HGCV1F33LAA12345"), "class"))
                .hasMessageContaining("class");
        assertThatThrownBy(() -> MemberLanguage.read("text", "getBytes()")).hasMessageContaining("getBytes");
        assertThatThrownBy(() -> MemberLanguage.read(IntakeChannel.HTTP, "declaringClass"))
                .hasMessageContaining("declaringClass");
    }

    @Test
    void beginsWithHeadersThatAreData() {
        RouteSet with = before.with(FILE, route("reach", "setBody: {header: scheduler}"));
        Map<String, Object> headers = new HashMap<>(
                Map.of("text", "t", "number", 1, "flag", true, "time", Date.from(Instant.EPOCH), "list", List.of("x")));
        headers.put("scheduler", node.bean(CamelContext.class));
        headers.put("CamelBean", node.bean(CamelContext.class));

        running(with, () -> {
            Exchange answer = messages.send("direct:reach", exchange -> {
                exchange.getMessage().setBody("x");
                exchange.getMessage().setHeaders(new HashMap<>(headers));
            });

            assertThat(answer.getMessage().getBody()).isNull();
            assertThat(answer.getMessage().getHeaders())
                    .containsOnly(
                            Map.entry("text", "t"),
                            Map.entry("number", 1),
                            Map.entry("flag", true),
                            Map.entry("time", "1970-01-01T00:00:00Z"));
        });
    }
}
