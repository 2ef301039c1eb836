package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which pictures of a vehicle callers get, and in which colour. */
class MediaTest {

    private static final Node NODE = World.shared().node();
    private static final String VIN = World.freshVin();

    private static String colored;
    private static String name;

    /** A colour of which there are pictures. */
    @BeforeAll
    static void describe() {
        String vehicle = NODE.get("/vehicles/" + VIN).body();
        colored = JsonPath.<List<String>>read(
                        media(""), "$.items[?(@.color != null && @.secondaryColor == null)].color")
                .get(0);
        name = JsonPath.<List<String>>read(vehicle, "$.exteriorColors[?(@.code == '" + colored + "')].name")
                .get(0);
    }

    @Test
    void areThoseInTheColorAskedForAndInNoOther() {
        String media = media("?color=" + name.replace(" ", "%20"));

        assertThat(JsonPath.<String>read(media, "$.color.code")).isEqualTo(colored);
        assertThat(JsonPath.<String>read(media, "$.color.source")).isEqualTo("asked");
        assertThat(JsonPath.<String>read(media, "$.color.reason")).isEqualTo("its name");
        List<String> colors = JsonPath.read(media, "$.items[*].color");
        assertThat(colors).contains(colored, (String) null).containsOnly(colored, null);
    }

    @Test
    void areInNoParticularColorWhereTheOneAskedForIsNone() {
        String media = media("?color=Cosmic%20Latte");

        assertThat(JsonPath.<String>read(media, "$.color.code")).isNull();
        assertThat(JsonPath.<List<String>>read(media, "$.items[*].color"))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    /** What is said is remembered with the style that it helped to choose. */
    @Test
    void areInNoColorThatSomebodyMerelyAskedFor() {
        String vin = Stream.generate(World::freshVin)
                .filter(one ->
                        JsonPath.<Boolean>read(NODE.get("/vehicles/" + one).body(), "$.ambiguous"))
                .findFirst()
                .orElseThrow();
        int style = JsonPath.read(NODE.get("/vehicles/" + vin).body(), "$.styles[0].id");
        List<String> colors =
                JsonPath.read(NODE.get("/styles/" + style + "/media").body(), "$.items[?(@.color != null)].color");
        NODE.get("/vehicles/" + vin + "?styleId=" + style + "&exteriorColor=" + colors.get(0));

        String media = NODE.get("/vehicles/" + vin + "/media").body();

        assertThat(JsonPath.<Object>read(media, "$.color")).isNull();
    }

    @Test
    void areInTheColorThatAnEventSaysTheVehicleHas() {
        String vin = VIN.substring(0, 11) + "000002";
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"colour\":\"%s\"}".formatted(vin, name));
        await().untilAsserted(() -> {
            String media = NODE.get("/vehicles/" + vin + "/media").body();
            assertThat(JsonPath.<String>read(media, "$.color.source")).isEqualTo("stated");
            assertThat(JsonPath.<String>read(media, "$.color.code")).isEqualTo(colored);
        });
    }

    @Test
    void areOneOfEachShotAndColorWhereASizeIsAskedFor() {
        String media = media("?shot=01&width=500&background=White&color=" + colored);

        assertThat(JsonPath.<List<Integer>>read(media, "$.items[*].width")).containsExactly(640);
        assertThat(JsonPath.<List<String>>read(media, "$.items[*].background")).containsExactly("White");
        assertThat(JsonPath.<List<?>>read(media("?limit=3"), "$.items")).hasSize(3);
        assertThat(JsonPath.<Object>read(media(""), "$.color")).isNull();
    }

    @Test
    void tellNothingOfWhereTheyCameFrom() {
        assertThat(media("")).doesNotContain("MediaGallery", "http", "c2FuZGJveF5NZWRpYSBHYWxsZXJ5");
    }

    private static String media(String query) {
        return NODE.get("/vehicles/" + VIN + "/media" + query).body();
    }
}
