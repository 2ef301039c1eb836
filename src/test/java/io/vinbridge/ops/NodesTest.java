package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import org.junit.jupiter.api.Test;

/** Nodes that have other settings than the rest. */
class NodesTest {

    @Test
    void tellOfASettingThatMustBeTheSameAndIsNotUntilTheOtherIsGone() {
        try (World world = World.create()) {
            Node one = world.node("vinbridge.monitoring.sample=200");
            assertThat(state(one)).isEqualTo("UP");

            world.node("vinbridge.monitoring.sample=200", "vinbridge.chromedata.calls-per-day=40");

            await().until(() -> state(one), "DEGRADED"::equals);
            assertThat(one.health("/actuator/health/nodes"))
                    .contains(
                            "VINBRIDGE_CHROMEDATA_CALLSPERDAY is not set here and 40 on",
                            "docs/runbooks.md#settings-differ");
            assertThat(one.health("/actuator/health/readiness")).contains("\"UP\"");
        }
    }

    private static String state(Node node) {
        return JsonPath.read(node.health("/actuator/health/nodes"), "$.status");
    }
}
