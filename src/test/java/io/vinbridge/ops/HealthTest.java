package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.Status;

/** What a cluster is told: it reads the status line, not the body. */
class HealthTest {

    @Test
    void namesAllThatIsAmissWithAPartAndTheWorstPartFirst() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.failures.retries=0", "vinbridge.work.first-pause=1h");
            world.sandbox().ads().turn(Dial.REFUSE_CREDENTIALS, 1);
            world.sandbox().media().turn(Dial.REFUSE_CREDENTIALS, 1);
            node.get("/styles/401949001/media");
            node.get("/vehicles/" + World.freshVin());

            String health = node.get("/health").body();

            assertThat(JsonPath.<String>read(health, "$.items[0].name")).isEqualTo("chromedata");
            assertThat(JsonPath.<String>read(health, "$.items[0].state")).isEqualTo("credentials-refused");
            assertThat(JsonPath.<String>read(health, "$.items[0].todo")).contains("CHROMEDATA_ACCOUNT_NUMBER and");
            assertThat(JsonPath.<List<String>>read(health, "$.items[0].also[*].state"))
                    .containsExactly("credentials-refused");
            assertThat(JsonPath.<String>read(health, "$.items[0].also[0].todo"))
                    .contains("CHROMEDATA_MEDIA_ACCOUNT_NUMBER");
            assertThat(JsonPath.<String>read(health, "$.items[-1].status")).isEqualTo("UP");
        }
    }

    @ParameterizedTest
    @CsvSource({"UP, 200", "DEGRADED, 200", "DOWN, 503", "OUT_OF_SERVICE, 503"})
    void isToldByTheStatusOfTheAnswer(String status, int code) {
        HttpCodeStatusMapper mapper = World.shared().node().bean(HttpCodeStatusMapper.class);

        assertThat(mapper.getStatusCode(new Status(status))).isEqualTo(code);
    }
}
