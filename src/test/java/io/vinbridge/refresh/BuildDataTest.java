package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the factory recorded of one vehicle is never told of another. */
class BuildDataTest {

    @Test
    void isSharedWithNoOtherVinThoughNobodyExpectedIt() {
        try (World world = World.create()) {
            Node node = world.node();
            String built = World.freshVin();
            String sibling = built.substring(0, 11) + "654321";
            world.sandbox().buildData().forVins(Set.of(built));

            String first = node.get("/vehicles/" + built).body();
            String second = node.get("/vehicles/" + sibling).body();

            assertThat(JsonPath.<String>read(first, "$.source.dataSource")).isEqualTo("Build");
            assertThat(JsonPath.<String>read(second, "$.source.dataSource")).isEqualTo("Catalog");
            assertThat(world.sandbox().ledger().callsForVin(built)).isEqualTo(2);
            assertThat(node.get("/vehicles/" + built).body()).isEqualTo(first);
        }
    }

    @Test
    void makesEachVinAQuestionOfItsOwnThoughTheirPatternWasDescribedBefore() {
        try (World world = World.create()) {
            Node node = world.node();
            JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
            String catalogued = World.freshVin();
            String built = catalogued.substring(0, 11) + "654321";
            String later = catalogued.substring(0, 11) + "654322";
            node.get("/vehicles/" + catalogued);
            node.get("/vehicles/" + built);
            world.sandbox().buildData().forVins(Set.of(built, later));

            String renewed = node.get("/vehicles/" + built + "?refresh=true").body();
            await().until(() -> jdbc.queryForObject("SELECT count(*) FROM work", Long.class) == 0);
            long calls = world.sandbox().ledger().callsForVin(built);
            String asked = node.get("/vehicles/" + later).body();

            assertThat(JsonPath.<String>read(renewed, "$.source.dataSource")).isEqualTo("Build");
            assertThat(JsonPath.<String>read(asked, "$.source.dataSource")).isEqualTo("Build");
            assertThat(world.sandbox().ledger().callsForVin(later) - calls).isEqualTo(1);
            assertThat(calls).as("the others of the pattern each by itself").isEqualTo(3);
            assertThat(JsonPath.<String>read(node.get("/vehicles/" + catalogued).body(), "$.source.dataSource"))
                    .isEqualTo("Catalog");
        }
    }

    @Test
    void makesEveryVinAQuestionOfItsOwnWhereTheAccountIsEntitledToIt() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.chromedata.build-data=true");
            String built = World.freshVin();
            String sibling = built.substring(0, 11) + "654321";
            world.sandbox().buildData().forAll();

            node.get("/vehicles/" + built);
            String second = node.get("/vehicles/" + sibling).body();

            assertThat(JsonPath.<String>read(second, "$.source.dataSource")).isEqualTo("Build");
            assertThat(world.sandbox().ledger().callsForVin(built)).isEqualTo(2);
        }
    }

    @Test
    void isCountedByAnEstimateAndByTheRunVinByVin() {
        try (World world = World.create()) {
            Node node = world.node();
            String pattern = World.freshVin().substring(0, 11);
            String stored = vins(pattern, 100_000);
            String first = run(node, stored);
            assertThat(calls(first)).isEqualTo(1);
            world.sandbox().buildData().forAll();

            assertThat(calls(run(node, stored)))
                    .as("it turns out to be built data")
                    .isEqualTo(3);
            assertThat(calls(estimate(node, stored))).isEqualTo(3);
            String again = run(node, stored);
            assertThat(calls(again)).isEqualTo(3);
            assertThat(JsonPath.<Integer>read(again, "$.avoided")).isZero();

            String unknown = vins(pattern, 200_000);
            assertThat(calls(estimate(node, unknown))).isEqualTo(3);
            assertThat(calls(run(node, unknown))).isEqualTo(3);
        }
    }

    private static String vins(String pattern, int serial) {
        return "{\"vins\":[\"%1$s%2$d\",\"%1$s%3$d\",\"%1$s%4$d\"]".formatted(pattern, serial, serial + 1, serial + 2);
    }

    private static String estimate(Node node, String vins) {
        return node.post("/refreshes", vins + ",\"dryRun\":true}").body();
    }

    private static String run(Node node, String vins) {
        String id = JsonPath.read(node.post("/refreshes", vins + "}").body(), "$.id");
        await().until(() -> node.get("/refreshes/" + id).body().contains("COMPLETED"));
        return node.get("/refreshes/" + id).body();
    }

    private static int calls(String answer) {
        return JsonPath.read(answer, "$.calls");
    }
}
