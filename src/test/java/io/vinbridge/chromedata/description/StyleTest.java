package io.vinbridge.chromedata.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final BodyType UNMARKED = new BodyType(1, "Short Bed", null);
    private static final BodyType SECONDARY = new BodyType(2, "Pickup", false);
    private static final BodyType PRIMARY = new BodyType(3, "Crew Cab Pickup", true);

    @Test
    void isOfItsPrimaryBodyType() {
        assertThat(style(UNMARKED, SECONDARY, PRIMARY).primaryBodyType()).isEqualTo("Crew Cab Pickup");
    }

    @Test
    void isOfItsFirstBodyTypeWhereNoneIsPrimary() {
        assertThat(style(UNMARKED, SECONDARY).primaryBodyType()).isEqualTo("Short Bed");
    }

    @Test
    void isOfNoBodyTypeWhereNoneIsSaid() {
        assertThat(style().primaryBodyType()).isNull();
    }

    private static Style style(BodyType... bodyTypes) {
        return new Style(
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(bodyTypes),
                null,
                null,
                null,
                List.of());
    }
}
