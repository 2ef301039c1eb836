package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.selection.NightlyBuild;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reader's hints choose a style for its own answer; whoever may write chooses it for everyone. */
class StyleChoiceTest {

    private static final Node NODE = World.shared().node();

    @Test
    void aReadersHintChoosesForThatAnswerAloneHoweverManyReadersContradictEachOther() {
        String vin = "5FNYF8H98MBA54321";
        String described = NODE.get("/vehicles/" + vin).body();
        List<Integer> styles = JsonPath.read(described, "$.styles[*].id");

        IntStream.range(0, 200).parallel().forEach(i -> {
            int wanted = styles.get(i % styles.size());
            String chosen = NODE.get("/vehicles/" + vin + "?styleId=" + wanted).body();
            assertThat(JsonPath.<Integer>read(chosen, "$.styleId")).isEqualTo(wanted);
            assertThat(JsonPath.<Boolean>read(chosen, "$.ambiguous")).isFalse();
            assertThat(JsonPath.<List<String>>read(chosen, "$.candidates[0].reasons"))
                    .containsExactly("fits styleId " + wanted);
        });

        assertThat(NODE.get("/vehicles/" + vin).body()).isEqualTo(described);
        assertThat(kinds(vin)).containsExactly("vehicle.described");
    }

    @Test
    void twoReadersWhoseHintsContradictEachOtherReadTheSameHoweverOften() {
        String vin = "5FNYF8H98MBA54325";
        String described = NODE.get("/vehicles/" + vin).body();
        List<String> readers = JsonPath.<List<String>>read(described, "$.styles[*].trim").stream()
                .distinct()
                .limit(2)
                .map(trim -> "/vehicles/" + vin + "?trim=" + trim.replace(" ", "%20"))
                .toList();
        List<HttpResponse<String>> first = readers.stream().map(NODE::get).toList();
        assertThat(first.get(0).body()).isNotEqualTo(first.get(1).body());

        List<String> changed = IntStream.range(0, NightlyBuild.tries(200, 2_000))
                .parallel()
                .filter(i -> differs(NODE.get(readers.get(i % 2)), first.get(i % 2)))
                .mapToObj(i -> readers.get(i % 2))
                .toList();

        assertThat(changed).isEmpty();
        assertThat(NODE.get("/vehicles/" + vin).body()).isEqualTo(described);
        assertThat(kinds(vin)).containsExactly("vehicle.described");
    }

    private static boolean differs(HttpResponse<String> answer, HttpResponse<String> first) {
        return !answer.body().equals(first.body())
                || !answer.headers().firstValue("ETag").equals(first.headers().firstValue("ETag"));
    }

    @Test
    void aChoiceForEveryoneIsRememberedToldStrongerThanHintsAndCanBeTakenBack() {
        String vin = "5FNYF8H98MBA54322";
        String described = NODE.get("/vehicles/" + vin).body();
        List<Integer> styles = JsonPath.read(described, "$.styles[*].id");
        int chosen = styles.get(2);
        String tag = NODE.get("/vehicles/" + vin).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> answer = choose(vin, Integer.toString(chosen));

        assertThat(answer.statusCode()).isEqualTo(200);
        HttpResponse<String> later = NODE.get("/vehicles/" + vin, "If-None-Match", tag);
        assertThat(later.body()).isEqualTo(answer.body());
        assertThat(JsonPath.<Integer>read(later.body(), "$.styleId")).isEqualTo(chosen);
        assertThat(JsonPath.<Object>read(later.body(), "$.trim"))
                .isEqualTo(JsonPath.<Object>read(described, "$.styles[2].trim"));
        String trim = JsonPath.<String>read(described, "$.styles[0].trim").replace(" ", "%20");
        String hinted = NODE.get("/vehicles/" + vin + "?trim=" + trim).body();
        assertThat(JsonPath.<Integer>read(hinted, "$.styleId")).isEqualTo(chosen);
        assertThat(JsonPath.<List<?>>read(hinted, "$.candidates")).hasSize(styles.size());
        String byNumber =
                NODE.get("/vehicles/" + vin + "?styleId=" + styles.get(1)).body();
        assertThat(JsonPath.<Integer>read(byNumber, "$.styleId")).isEqualTo(styles.get(1));
        assertThat(kinds(vin)).containsExactly("vehicle.style-chosen", "vehicle.described");

        assertThat(JsonPath.<Boolean>read(choose(vin, "null").body(), "$.ambiguous"))
                .isTrue();
        assertThat(JsonPath.<Object>read(NODE.get("/vehicles/" + vin).body(), "$.styleId"))
                .isNull();
        assertThat(kinds(vin)).containsExactly("vehicle.style-chosen", "vehicle.style-chosen", "vehicle.described");
    }

    @Test
    void whatIsNoStyleOfTheVehicleIsRefusedAndSaysWhichAre() {
        String vin = "5FNYF8H98MBA54323";
        int style = JsonPath.read(NODE.get("/vehicles/" + vin).body(), "$.styles[0].id");
        for (String wrong : List.of("1", "0", "\"" + style + "\"", "1.5", "99999999999", "true")) {
            assertThat(choose(vin, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(JsonPath.<String>read(choose(vin, "1").body(), "$.detail")).contains(Integer.toString(style));
        HttpResponse<String> empty = NODE.send(NODE.request("/api/v1/vehicles/" + vin + "/style")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(kinds(vin)).containsExactly("vehicle.described");
    }

    @Test
    void hintsThatContradictEachOtherChooseNothingAndSaySo() {
        String vin = "5FNYF8H98MBA54324";
        String described = NODE.get("/vehicles/" + vin).body();
        List<Integer> styles = JsonPath.read(described, "$.styles[*].id");
        List<String> trims = JsonPath.read(described, "$.styles[*].trim");
        int other = IntStream.range(0, trims.size())
                .filter(i -> !trims.get(i).equals(trims.get(0)))
                .findFirst()
                .orElseThrow();

        String answer = NODE.get("/vehicles/" + vin + "?styleId=" + styles.get(other) + "&trim="
                        + trims.get(0).replace(" ", "%20"))
                .body();

        assertThat(JsonPath.<Object>read(answer, "$.styleId")).isNull();
        assertThat(JsonPath.<Boolean>read(answer, "$.ambiguous")).isTrue();
        assertThat(JsonPath.<List<String>>read(answer, "$.contradicting")).containsExactlyInAnyOrder("styleId", "trim");
        assertThat(JsonPath.<List<String>>read(answer, "$.unmatched")).isEmpty();
    }

    private static HttpResponse<String> choose(String vin, String styleId) {
        return NODE.send(NODE.request("/api/v1/vehicles/" + vin + "/style")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"styleId\":" + styleId + "}")));
    }

    private static List<String> kinds(String vin) {
        return JsonPath.read(NODE.get("/vehicles/" + vin + "/history").body(), "$.items[*].kind");
    }
}
