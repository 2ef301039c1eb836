package io.vinbridge.gallery.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances are those published with CIEDE2000 (Sharma, Wu, Dalal 2005), and behave as distances do. */
class LabTest {

    @ParameterizedTest
    @CsvSource({
        "50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425",
        "50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000",
        "50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669",
        "50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792",
        "50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195",
        "50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492",
        "50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void distancesAreThePublishedOnes(
            double l1, double a1, double b1, double l2, double a2, double b2, double distance) {
        assertThat(new Lab(l1, a1, b1).distance(new Lab(l2, a2, b2))).isCloseTo(distance, within(0.0001));
    }

    @Property
    void distancesAreTheSameBothWaysAndNoneToItself(
            @ForAll @IntRange(max = 0xFFFFFF) int one, @ForAll @IntRange(max = 0xFFFFFF) int other) {
        Lab first = Lab.ofRgb("%06X".formatted(one));
        Lab second = Lab.ofRgb("%06X".formatted(other));

        assertThat(first.distance(second))
                .isCloseTo(second.distance(first), within(1e-9))
                .isNotNegative();
        assertThat(first.distance(first)).isZero();
    }
}
