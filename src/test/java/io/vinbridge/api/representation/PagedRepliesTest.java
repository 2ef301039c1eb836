package io.vinbridge.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what is stored, filtered, part by part. */
class PagedRepliesTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static List<String> hondas;

    @BeforeAll
    static void store() {
        hondas = IntStream.range(0, 7)
                .mapToObj(at -> World.freshVin())
                .peek(vin ->
                        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200))
                .toList();
        NODE.get("/vehicles/5YJ3E1EB3MFA12345");
        NODE.get("/vehicles/WVWZZZ1K0AWA12345");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 200})
    void givesEveryVehicleOnceWhateverTheSizeOfTheParts(int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            String part = NODE.get("/vehicles?limit=" + limit + cursor).body();
            all.addAll(JsonPath.<List<String>>read(part, "$.items[*].vin"));
            String next = JsonPath.read(part, "$.next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(all).hasSize(8).doesNotHaveDuplicates().containsAll(hondas).contains("5YJ3E1EB3MFA12345");
    }

    @Test
    void filtersByWhatAVehicleIs() {
        assertThat(vins("?make=Honda")).containsExactlyInAnyOrderElementsOf(hondas);
        assertThat(vins("?make=honda&year=2023")).containsExactlyInAnyOrderElementsOf(hondas);
        assertThat(vins("?make=Tesla")).containsExactly("5YJ3E1EB3MFA12345");
        assertThat(vins("?year=2021")).containsExactly("5YJ3E1EB3MFA12345");
        assertThat(vins("?make=Honda&year=2021")).isEmpty();
        String model = JsonPath.read(NODE.get("/vehicles?make=Tesla").body(), "$.items[0].model");
        assertThat(vins("?make=Tesla&model=" + model.replace(" ", "%20"))).containsExactly("5YJ3E1EB3MFA12345");
    }

    @Test
    void filtersByWhenAVehicleChanged() {
        String middle = JsonPath.read(NODE.get("/vehicles/" + hondas.get(3)).body(), "$.source.fetchedAt");

        assertThat(vins("?changedSince=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(vins("?changedSince=" + middle)).contains(hondas.get(6)).doesNotContain(hondas.get(0));
    }

    @Test
    void leavesOutWhatIsNotCarried() {
        assertThat(vins("")).doesNotContain("WVWZZZ1K0AWA12345");
    }

    @Test
    void cannotBeReadOnWithACursorOfAnotherList() {
        String next = JsonPath.read(NODE.get("/vehicles?limit=1").body(), "$.next");

        assertThat(NODE.get("/vehicles/" + hondas.get(0) + "/history?cursor=" + next)
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<String> vins(String query) {
        return JsonPath.read(NODE.get("/vehicles" + query).body(), "$.items[*].vin");
    }
}
