package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** One dealer of a test, with a code of its own, and the files that are sent for it. */
final class DealerLot {

    private final Node node;
    private final String code;

    DealerLot(Node node, String code, String... members) {
        this.node = node;
        this.code = code;
        String json = "{\"name\": \"Dealer " + code + "\"" + String.join("", members) + "}";
        HttpResponse<String> put = node.send(node.request("/api/v1/dealers/" + code, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    String code() {
        return code;
    }

    HttpResponse<String> send(byte[] file, String query, String... headers) {
        return node.send(node.request("/api/v1/stock/" + code + query, headers).POST(BodyPublishers.ofByteArray(file)));
    }

    /** The report of a file, once it is over or held. */
    String report(byte[] file, String query, String... headers) {
        HttpResponse<String> sent = send(file, query, headers);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String report = sent.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        return settled(report);
    }

    String settled(String report) {
        await().until(() -> !List.of("received", "taking")
                .contains(JsonPath.<String>read(node.get(report).body(), "$.state")));
        return node.get(report).body();
    }

    String whole(String text) {
        return report(text.getBytes(StandardCharsets.UTF_8), "?mode=whole");
    }

    String part(String text) {
        return report(text.getBytes(StandardCharsets.UTF_8), "");
    }

    HttpResponse<String> decide(String report, String decision) {
        String id = JsonPath.read(report, "$.id");
        return node.post("/stock/" + code + "/files/" + id + "/" + decision, "");
    }

    String lines(String report, String query) {
        return node.get("/stock/" + code + "/files/" + JsonPath.read(report, "$.id") + "/lines" + query)
                .body();
    }

    /** What it has, as rows of the database: fields by VIN. */
    Map<String, String> has() {
        Map<String, String> has = new TreeMap<>();
        node.bean(JdbcTemplate.class)
                .query(
                        "SELECT vin, fields::text AS fields FROM offers WHERE dealer = ? AND tracked",
                        row -> {
                            has.put(row.getString("vin"), row.getString("fields"));
                        },
                        code);
        return has;
    }

    String offer(String vin) {
        return JsonPath.read(node.get("/vehicles/" + vin).body(), "$.offers[?(@.dealer=='" + code + "')]")
                .toString();
    }
}
