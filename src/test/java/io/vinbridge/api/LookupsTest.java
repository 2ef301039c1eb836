package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many VINs in one request: an answer or a problem for each, in the order asked. */
class LookupsTest {

    private final World world = World.shared();
    private final Node node = world.node();

    @Test
    void answersInTheOrderAskedWithAVehicleOrAProblemForEach() {
        String first = World.freshVin();
        String second = World.freshVin();

        String body = lookUp(List.of(second, "NONSENSE", first, "WVWZZZ1K0AWA12345", second));

        assertThat(JsonPath.<List<String>>read(body, "$.results[*].vin"))
                .containsExactly(second, "NONSENSE", first, "WVWZZZ1K0AWA12345", second);
        assertThat(JsonPath.<String>read(body, "$.results[0].vehicle.vin")).isEqualTo(second);
        assertThat(JsonPath.<String>read(body, "$.results[1].problem.type"))
                .isEqualTo("urn:vinbridge:problem:invalid-vin");
        assertThat(JsonPath.<String>read(body, "$.results[2].vehicle.vin")).isEqualTo(first);
        assertThat(JsonPath.<String>read(body, "$.results[3].problem.type"))
                .isEqualTo("urn:vinbridge:problem:not-carried");
        assertThat(JsonPath.<String>read(body, "$.results[4].vehicle.vin")).isEqualTo(second);
    }

    @Test
    void servesTheSameVehicleAsASingleRequest() {
        String vin = World.freshVin();

        String body = lookUp(List.of(vin.toLowerCase(Locale.ROOT)));

        assertThat(JsonPath.<Object>read(body, "$.results[0].vehicle"))
                .isEqualTo(JsonPath.<Object>read(node.get("/vehicles/" + vin).body(), "$"));
    }

    @Test
    void tellsWhatFailedForEachAndAnswersTheRest() {
        String stored = World.freshVin();
        node.get("/vehicles/" + stored);
        String troubled = World.freshVin();
        world.sandbox().ads().script().next(troubled, Reply.of(200, "text/html", "<html>Welcome</html>"));

        String body = lookUp(List.of(troubled, stored));

        assertThat(JsonPath.<String>read(body, "$.results[0].problem.type"))
                .isEqualTo("urn:vinbridge:problem:upstream-malformed");
        assertThat(JsonPath.<String>read(body, "$.results[1].vehicle.vin")).isEqualTo(stored);
    }

    @Test
    void saysPendingForWhatIsNotAnsweredInTimeAndHasItLater() {
        try (World slow = World.create()) {
            Node patient = slow.node("vinbridge.refresh.batch-lookup-timeout=200ms");
            String vin = World.freshVin();
            slow.sandbox().ads().turn(Dial.LATENCY, 1500);

            String body = patient.post("/lookups", json(List.of(vin))).body();

            assertThat(JsonPath.<String>read(body, "$.results[0].problem.type"))
                    .isEqualTo("urn:vinbridge:problem:pending");
            assertThat(patient.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
            assertThat(slow.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
        }
    }

    @Test
    void takesAThousandAndNotOneMore() {
        String vin = World.freshVin();

        assertThat(node.post("/lookups", json(Collections.nCopies(1000, vin))).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = node.post("/lookups", json(Collections.nCopies(1001, vin)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("1 to 1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"vins\":[]}                    | vins must hold 1 to 1000 VINs",
                "{}                               | vins must hold 1 to 1000 VINs",
                "{\"vins\":\"A\"}                 | vins is not what the contract has (line 1, column 9)",
                "{\"vins\":[\"A\"],\"extra\":1}   | There is no member extra here (line 1, column 24)",
                "{\"vins\":[\"A\"                 | The body is no JSON (line 1",
                "{\"vins\":[\"A\"]} trailing      | The body is no JSON (line 1",
                "null                             | The body must be a JSON object",
            })
    void saysWhereABodyIsWrong(String body, String detail) {
        HttpResponse<String> refused = node.post("/lookups", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:invalid-request");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).startsWith(detail);
    }

    private String lookUp(List<String> vins) {
        HttpResponse<String> answer = node.post("/lookups", json(vins));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String json(List<String> vins) {
        return vins.stream().collect(Collectors.joining("\",\"", "{\"vins\":[\"", "\"]}"));
    }
}
