package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
