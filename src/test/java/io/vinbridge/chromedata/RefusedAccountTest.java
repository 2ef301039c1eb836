package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.SandboxSettings;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** ChromeData refuses the account: callers are told, the operator is told, and nobody asks on and on. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedAccountTest {

    @ParameterizedTest
    @CsvSource({
        "REFUSE_CREDENTIALS, credentials-refused, CREDENTIALS",
        "REFUSE_QUOTA,       quota-spent,         QUOTA",
        "REFUSE_COUNTRY,     entitlement-refused, ENTITLEMENT",
        "REFUSE_ENTITLEMENT, entitlement-refused, ENTITLEMENT"
    })
    void isToldOnceToEverybodyAndHoldsCallsBack(Dial dial, String state, String about, CapturedOutput output) {
        try (World world = World.create()) {
            Node node = world.node();
            world.sandbox().ads().turn(dial, 1);

            for (int caller = 0; caller < 20; caller++) {
                HttpResponse<String> answer = node.get("/vehicles/" + World.freshVin());
                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(JsonPath.<String>read(answer.body(), "$.type"))
                        .isEqualTo("urn:vinbridge:problem:upstream-refused");
            }

            assertThat(world.sandbox().ledger().calls("describeVehicle")).isEqualTo(1);
            String health = node.health("/actuator/health");
            assertThat(JsonPath.<String>read(health, "$.components.chromedata.status"))
                    .isEqualTo("DEGRADED");
            assertThat(JsonPath.<String>read(health, "$.components.chromedata.details.state"))
                    .isEqualTo(state);
            assertThat(JsonPath.<String>read(node.health("/actuator/health/readiness"), "$.status"))
                    .isEqualTo("UP");
            assertThat(output.getOut().lines())
                    .filteredOn(line -> line.contains("ERROR") && line.contains("(" + about + ")"))
                    .hasSize(1);
        }
    }

    @Test
    void isAskedAgainAfterAWhileAndTrustedOnceItIsAccepted() {
        try (World world = World.create()) {
            Node node = world.node(
                    "vinbridge.chromedata.breaker.refused-for=200ms",
                    "vinbridge.work.person-pause=0s",
                    "vinbridge.work.first-pause=50ms");
            String vin = World.freshVin();
            world.sandbox().ads().turn(Dial.REFUSE_CREDENTIALS, 1);
            assertThat(node.get("/vehicles/" + vin).statusCode()).isEqualTo(502);
            world.sandbox().ads().turn(Dial.REFUSE_CREDENTIALS, 0);

            await().untilAsserted(() ->
                    assertThat(node.get("/vehicles/" + vin).statusCode()).isEqualTo(200));

            assertThat(JsonPath.<String>read(node.health("/actuator/health"), "$.components.chromedata.status"))
                    .isEqualTo("UP");
        }
    }

    @Test
    void neverShowsTheSecretThatTheServiceRepeats(CapturedOutput output) {
        try (World world = World.create(new SandboxSettings().account("account-4711", "hush-hush-0815"))) {
            Node node =
                    world.node("chromedata.account-number=account-4711", "chromedata.account-secret=hush-hush-0815");
            world.sandbox()
                    .ads()
                    .script()
                    .always(
                            "describeVehicle",
                            Reply.of(500, "text/xml", fault("Invalid account account-4711 with hush-hush-0815")));

            String body = node.get("/vehicles/" + World.freshVin()).body();

            assertThat(body).contains("Invalid account *** with ***");
            assertThat(body + node.health("/actuator/health") + output.getAll())
                    .doesNotContain("hush-hush-0815")
                    .doesNotContain("account-4711");
        }
    }

    private static String fault(String text) {
        return "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><S:Fault>"
                + "<faultcode>S:Server</faultcode><faultstring>" + text
                + "</faultstring></S:Fault></S:Body></S:Envelope>";
    }
}
