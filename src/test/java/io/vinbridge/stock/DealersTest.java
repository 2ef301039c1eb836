package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dealers are put under their codes, one or many at once, and are what they were put as. */
class DealersTest {

    private static final String DEALER = """
            {"name": "Example Motors", "address": {"street": "1 Main Street", "city": "Springfield", "region": "IL",
             "postalCode": "62701", "country": "US", "latitude": 39.8, "longitude": -89.6}, "placeIds": {"google": "ChIJN1t"},
             "phone": "+1 217 555 0100", "currency": "USD", "timeZone": "America/Chicago", "distanceUnit": "MI",
             "linkTemplate": "https://www.example.com/cars/{vin}?d={dealer}", "defaults": {"condition": "used"}}
            """;

    private final Node node = World.shared().node();

    @Test
    void aDealerIsWhatItWasPutAs() {
        HttpResponse<String> put = put("/dealers/put-1", DEALER);

        assertThat(put.statusCode()).isEqualTo(200);
        String found = node.get("/dealers/put-1").body();
        assertThat(found).isEqualTo(put.body());
        assertThat(JsonPath.<String>read(found, "$.code")).isEqualTo("put-1");
        assertThat(JsonPath.<String>read(found, "$.address.postalCode")).isEqualTo("62701");
        assertThat(JsonPath.<Double>read(found, "$.address.longitude")).isEqualTo(-89.6);
        assertThat(JsonPath.<String>read(found, "$.placeIds.google")).isEqualTo("ChIJN1t");
        assertThat(JsonPath.<String>read(found, "$.defaults.condition")).isEqualTo("used");
        assertThat(JsonPath.<String>read(found, "$.distanceUnit")).isEqualTo("MI");
    }

    @Test
    void whatStaysAsItIsKeepsItsTime() {
        String first = put("/dealers/put-2", DEALER).body();
        String same = put("/dealers/put-2", first).body();
        String other = put("/dealers/put-2", DEALER.replace("Example", "Other")).body();

        assertThat(same).isEqualTo(first);
        assertThat(JsonPath.<String>read(other, "$.changedAt")).isGreaterThan(JsonPath.read(first, "$.changedAt"));
    }

    @Test
    void aListThatWasGotCanBePut() {
        put("/dealers/list-1", DEALER);
        put("/dealers/list-2", DEALER);
        String page = node.get("/dealers?limit=200").body();

        assertThat(put("/dealers", page).statusCode()).isEqualTo(204);
        assertThat(node.get("/dealers?limit=200").body()).isEqualTo(page);
        assertThat(JsonPath.<List<String>>read(page, "$.items[*].code"))
                .isSorted()
                .contains("list-1", "list-2");
        String first = node.get("/dealers?limit=1").body();
        String next = node.get("/dealers?limit=1&cursor=" + JsonPath.read(first, "$.next"))
                .body();
        assertThat(JsonPath.<String>read(next, "$.items[0].code"))
                .isGreaterThan(JsonPath.read(first, "$.items[0].code"));
    }

    @Test
    void ofManyAllAreTakenOrNone() {
        HttpResponse<String> put = put(
                "/dealers",
                "{\"items\": [{\"code\": \"none-1\", \"name\": \"N\"}, {\"code\": \"none-2\", \"name\": \"N\", \"currency\": \"XXZ\"}]}");

        assertThat(put.statusCode()).isEqualTo(400);
        assertThat(put.body()).contains("currency must be three letters of ISO 4217");
        assertThat(node.get("/dealers/none-1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\": \"N\", \"currency\": \"usd\"} | currency",
                "{\"name\": \"N\", \"timeZone\": \"Chicago\"} | timeZone",
                "{\"name\": \"N\", \"linkTemplate\": \"/cars/{vin}\"} | linkTemplate",
                "{\"name\": \"N\", \"linkTemplate\": \"https://www.example.com/cars\"} | linkTemplate",
                "{\"name\": \"N\", \"linkTemplate\": \"https://www.example.com/{vim}\"} | linkTemplate",
                "{\"name\": \"N\", \"linkTemplate\": \"javascript:{vin}\"} | linkTemplate",
                "{\"name\": \"N\", \"address\": {\"country\": \"USA\"}} | address.country",
                "{\"name\": \"N\", \"address\": {\"latitude\": 91}} | address.latitude",
                "{\"name\": \"N\", \"distanceUnit\": \"MILES\"} | distanceUnit",
                "{\"name\": \"N\", \"colour\": \"red\"} | colour",
                "{\"name\": \"N\", \"code\": \"other\"} | code"
            })
    void whatCannotBeIsRefusedByItsName(String dealer, String member) {
        HttpResponse<String> put = put("/dealers/refused", dealer);

        assertThat(put.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(put.body(), "$.detail")).contains(member);
        assertThat(node.get("/dealers/refused").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> put(String path, String json) {
        return node.send(node.request("/api/v1" + path, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }
}
