package io.vinbridge.chromedata.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shape in which descriptions are stored and served: what is absent is left out, but for lists that are always
 * there.
 */
class DescriptionJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void alwaysHasTheListsThatCallersLookFor() throws JsonProcessingException {
        assertThat(JSON.readTree(JSON.writeValueAsString(description(null, List.of()))))
                .isEqualTo(JSON.readTree("{\"styles\":[],\"engines\":[],\"equipment\":[],\"options\":[],"
                        + "\"specifications\":[],\"exteriorColors\":[],\"interiorColors\":[],"
                        + "\"recalls\":[],\"safetyRatings\":[],\"benefits\":[]}"));
    }

    @Test
    void leavesOutWhatIsAbsent() throws JsonProcessingException {
        Engine engine = new Engine(
                new IdentifiedName(29, "Electric Motor"),
                new IdentifiedName(8, null),
                null,
                List.of(),
                new Engine.Output(BigDecimal.valueOf(283), null),
                null,
                new Engine.FuelEconomy("MPG", new AmountRange(BigDecimal.ONE, null), null),
                null,
                null,
                false,
                new InstallationCause("VIN", null));

        assertThat(JSON.readTree(JSON.writeValueAsString(engine)))
                .isEqualTo(JSON.readTree("{\"type\":{\"id\":29,\"name\":\"Electric Motor\"},\"fuel\":{\"id\":8},"
                        + "\"horsepower\":{\"value\":283},\"fuelEconomy\":{\"unit\":\"MPG\",\"city\":{\"low\":1}},"
                        + "\"highOutput\":false,\"installed\":{\"cause\":\"VIN\"}}"));
    }

    @Test
    void callsThePriceOverAllStylesPrice() throws JsonProcessingException {
        PriceRange price = new PriceRange(new AmountRange(BigDecimal.ONE, BigDecimal.TEN), null, null, true);

        assertThat(JSON.readTree(JSON.writeValueAsString(description(price, List.of(engine()))))
                        .path("price"))
                .isEqualTo(JSON.readTree("{\"msrp\":{\"low\":1,\"high\":10},\"unknown\":true}"));
    }

    private static Engine engine() {
        return new Engine(null, null, 8, List.of(), null, null, null, null, null, null, null);
    }

    private static Description description(PriceRange price, List<Engine> engines) {
        return new Description(
                null, List.of(), engines, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), price);
    }
}
