package io.vinbridge.gallery.colors;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.testing.RecordedAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which colour is known to be the vehicle's own. */
class KnownColorsTest {

    private static final String RED = "<styleId>435602</styleId><styleId>435601</styleId></exteriorColor>";

    private static Description redInstalledBy(String cause) {
        return RecordedAnswers.twoStyles(
                RED, RED.replace("</exteriorColor>", "<installed cause=\"" + cause + "\"/></exteriorColor>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExteriorColorBuild", "ExteriorColorEngineered"})
    void isTheOneThatTheFactoryBuiltItIn(String cause) {
        assertThat(KnownColors.built(435601, redInstalledBy(cause))).contains("PQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExteriorColorInput", "VIN", "BaseEquipment"})
    void isNoneThatIsInstalledForAnotherReason(String cause) {
        assertThat(KnownColors.built(435601, redInstalledBy(cause))).isEmpty();
    }

    @Test
    void isNoneWhereNothingIsDescribed() {
        assertThat(KnownColors.built(435601, null)).isEmpty();
    }
}
