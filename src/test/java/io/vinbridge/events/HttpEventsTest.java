package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Events that are posted: what is answered, what is kept, what is done. */
class HttpEventsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @Test
    void anArrivedVehicleIsDescribedAndServedWithItsOwnFields() {
        String vin = World.freshVin();
        HttpResponse<String> answer = NODE.post("/events", """
                {"specversion":"1.0","id":"a-1","source":"/dealer/7","type":"vehicle.arrived","time":"2026-01-01T10:00:00Z",
                 "data":{"vin":"%s","stock":"S1","price":15000}}""".formatted(vin));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat((String) JsonPath.read(answer.body(), "$.results[0].status")).isEqualTo("accepted");
        await().atMost(ofSeconds(20)).until(() -> WORLD.sandbox().ledger().calls("describeVehicle") > 0);
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            String vehicle = NODE.get("/vehicles/" + vin).body();
            assertThat((Integer) JsonPath.read(vehicle, "$.own.price")).isEqualTo(15000);
            assertThat((String) JsonPath.read(vehicle, "$.own.stock")).isEqualTo("S1");
            assertThat((String) JsonPath.read(vehicle, "$.own.status")).isEqualTo("available");
        });
    }

    @Test
    void aRepeatIsADuplicateAndSomethingUnclearIsAProblem() {
        String vin = World.freshVin();
        String event =
                "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"timestamp\":\"2026-01-01T10:00:00Z\",\"colour\":\"red\"}"
                        .formatted(vin);
        String same =
                "{\"colour\":\"red\", \"vin\":\"%s\",\"timestamp\":\"2026-01-01T11:00:00+01:00\",\"type\":\"vehicle.updated\"}"
                        .formatted(vin);
        HttpResponse<String> answer =
                NODE.post("/events", "[" + event + "," + same + ",{\"type\":\"vehicle.updated\"},17]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        List<String> status = JsonPath.read(answer.body(), "$.results[*].status");
        assertThat(status).containsExactly("accepted", "duplicate", "dead", "dead");
        assertThat((String) JsonPath.read(answer.body(), "$.results[2].problem.detail"))
                .isEqualTo("There is no VIN in it");
        HttpResponse<String> alone = NODE.post("/events", "{\"type\":\"vehicle.updated\",\"vin\":\"short\"}");
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat((String) JsonPath.read(alone.body(), "$.type")).isEqualTo("urn:vinbridge:problem:invalid-vin");
    }

    @Test
    void moreThanCanBeHeldAtOnceIsRefusedWhole() {
        HttpResponse<String> list = NODE.post("/events", "[" + "{},".repeat(10_000) + "{}]");
        HttpResponse<String> lines = NODE.send(NODE.request("/api/v1/events", "Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString("1\n".repeat(10_001))));
        String many = "[" + "1,".repeat(5_000) + "1]\n";
        HttpResponse<String> lists = NODE.send(NODE.request("/api/v1/events", "Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(many.repeat(3))));
        HttpResponse<String> tokens = NODE.post("/events", "{\"a\":[" + "[],".repeat(300_000) + "[]]}");

        assertThat(list.statusCode()).as(list.body()).isEqualTo(413);
        assertThat(list.body()).contains("more than 10000 events");
        assertThat(lines.statusCode()).as(lines.body()).isEqualTo(413);
        assertThat(lists.statusCode()).as(lists.body()).isEqualTo(413);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(400);
        assertThat(tokens.body()).contains("holds too much");
    }
}
