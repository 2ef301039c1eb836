package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whichever version of the service answers, and however it packs its answers, a vehicle is the same. */
class VersionsTest {

    private static final String VIN = "5FNYF8H98MBA00001";

    @ParameterizedTest
    @CsvSource({"7a, 1", "7b, 1", "7c, 0"})
    void readsEveryVersionAlike(String version, double gzip) {
        String usual = World.shared().node().get("/vehicles/" + VIN).body();
        try (World world = World.create()) {
            world.sandbox().ads().turn(Dial.GZIP, gzip);
            Node node = world.node(version, new String[0]);

            String body = node.get("/vehicles/" + VIN).body();

            assertThat(JsonPath.<String>read(body, "$.source.service")).isEqualTo("ADS " + version);
            for (String path : List.of("$.make", "$.modelYear", "$.styles[*].id", "$.engines[0].type", "$.ambiguous")) {
                assertThat(JsonPath.<Object>read(body, path)).as(path).isEqualTo(JsonPath.<Object>read(usual, path));
            }
        }
    }
}
