package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.work.Lane;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service that does not answer is left alone for a while, and found again by itself. */
class BreakerTest {

    @Test
    void keepsCallsFromAServiceThatDoesNotAnswerUntilItDoes() {
        try (World world = World.create()) {
            // The first call of an installation, for the data build, succeeds and counts too.
            Node node = world.node(
                    "vinbridge.failures.retries=0",
                    "vinbridge.chromedata.breaker.minimum-calls=6",
                    "vinbridge.chromedata.breaker.open-for=8s",
                    "vinbridge.chromedata.breaker.trial-calls=1",
                    "vinbridge.work.first-pause=1h");
            world.sandbox().ads().turn(Dial.RESET, 1);
            for (int caller = 0; caller < 5; caller++) {
                assertThat(node.get("/vehicles/" + World.freshVin()).statusCode())
                        .isEqualTo(503);
            }

            HttpResponse<String> heldBack = node.get("/vehicles/" + World.freshVin());

            assertThat(heldBack.statusCode()).isEqualTo(503);
            assertThat(heldBack.body()).contains("has not been answering");
            assertThat(world.sandbox().ledger().calls("describeVehicle")).isEqualTo(5);
            assertThat(state(node)).isEqualTo("ads-not-answering");

            world.sandbox().ads().turn(Dial.RESET, 0);
            await().untilAsserted(() -> assertThat(
                            node.get("/vehicles/" + World.freshVin()).statusCode())
                    .isEqualTo(200));
            assertThat(node.health("/actuator/health")).doesNotContain("ads-not-answering");
        }
    }

    @Test
    void doesNotOpenForOneServiceBecauseTheOtherFails() {
        try (World world = World.create()) {
            Node node = world.node(
                    "vinbridge.failures.retries=0",
                    "vinbridge.chromedata.breaker.minimum-calls=2",
                    "vinbridge.work.first-pause=1h");
            world.sandbox().media().turn(Dial.RESET, 1);
            for (int caller = 0; caller < 5; caller++) {
                assertThat(node.get("/vehicles/" + World.freshVin() + "/media").statusCode())
                        .isEqualTo(503);
            }

            assertThat(state(node)).isEqualTo("media-not-answering");
            assertThat(node.bean(UnansweredCalls.class).number(ChromeDataService.MEDIA))
                    .isEqualTo(2);
            assertThat(node.bean(UnansweredCalls.class).number(ChromeDataService.ADS))
                    .isZero();
            assertThat(node.get("/vehicles/" + World.freshVin()).statusCode()).isEqualTo(200);
        }
    }

    /** Of each work one call is left of the day, and none for its retry. */
    @Test
    void isNotMovedByAttemptsThatTheBudgetForbids() {
        try (World world = World.create()) {
            Node node = world.node(
                    "vinbridge.failures.retries=1",
                    "vinbridge.failures.first-pause=10",
                    "vinbridge.chromedata.calls-per-day=100",
                    "vinbridge.chromedata.breaker.minimum-calls=6",
                    "vinbridge.work.first-pause=1h");
            world.sandbox().ads().turn(Dial.RESET, 1);

            for (int caller = 0; caller < 4; caller++) {
                node.bean(JdbcTemplate.class).update("""
                                INSERT INTO budget (day, spent) VALUES ((now() AT TIME ZONE 'UTC')::date, 99)
                                ON CONFLICT (day) DO UPDATE SET spent = 99
                                """);
                assertThat(node.get("/vehicles/" + World.freshVin()).body()).contains("may not be asked again now");
            }

            node.bean(JdbcTemplate.class).update("UPDATE budget SET spent = 0");
            assertThat(node.bean(CallAdmission.class).admitted(Lane.DESCRIBE, 5))
                    .isEqualTo(5);
        }
    }

    private static String state(Node node) {
        return JsonPath.read(node.health("/actuator/health"), "$.components.chromedata.details.state");
    }
}
