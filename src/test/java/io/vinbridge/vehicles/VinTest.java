package io.vinbridge.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Vehicle identification numbers (49 CFR 565). */
class VinTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

    @Provide
    Arbitrary<String> vins() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(17);
    }

    @Property
    void readsWhatPeopleWrite(@ForAll("vins") String vin) {
        assertThat(Vin.of("  " + vin.toLowerCase(Locale.ROOT) + "\t").value()).isEqualTo(vin);
    }

    @Property
    void namesThePositionOfTheFirstWrongCharacter(
            @ForAll("vins") String vin, @ForAll @IntRange(max = 16) int at, @ForAll("wrong") char wrong) {
        String spoiled = vin.substring(0, at) + wrong + vin.substring(at + 1);

        assertThatThrownBy(() -> Vin.of(spoiled))
                .isInstanceOf(InvalidVin.class)
                .hasMessageStartingWith("Position " + (at + 1) + " is '" + wrong + "'");
    }

    @Provide
    Arbitrary<Character> wrong() {
        return Arbitraries.of('I', 'O', 'Q', '-', '*', '_', 'Ä');
    }

    @Property
    void hasSeventeenCharactersAndNoOtherNumber(@ForAll @IntRange(max = 40) int length) {
        if (length != 17) {
            assertThatThrownBy(() -> Vin.of("A".repeat(length)))
                    .hasMessage("A VIN has 17 characters, this has " + length);
        }
    }

    @Property
    void holdsForTheOneRightCheckDigit(@ForAll("vins") String vin, @ForAll @IntRange(max = 10) int digit) {
        char check = digit == 10 ? 'X' : (char) ('0' + digit);
        String spoiled = vin.substring(0, 8) + check + vin.substring(9);

        assertThat(new Vin(spoiled).checkDigitHolds()).isEqualTo(check == rightDigit(vin));
    }

    @Example
    void holdsForNumbersThatAreKnownToBeRight() {
        assertThat(Vin.of("1M8GDM9AXKP042788").checkDigitHolds()).isTrue();
        assertThat(Vin.of("11111111111111111").checkDigitHolds()).isTrue();
        assertThat(Vin.of("1M8GDM9A0KP042788").checkDigitHolds()).isFalse();
    }

    @Example
    void tellsTheModelYearByPositionsTenAndSeven() {
        assertThat(Vin.of("1HGCV1F33LAA12345").modelYear()).isEqualTo(2020);
        assertThat(Vin.of("1M8GDM9AXKP042788").modelYear()).isEqualTo(1989);
        assertThat(Vin.of("1G1FP2216S2A12345").modelYear()).isEqualTo(1995);
        assertThat(Vin.of("1HGCV1F330AA12345").modelYear()).isZero();
    }

    @Property
    void sharesAPatternWithAllThatDifferInNothingElse(@ForAll("vins") String vin, @ForAll("vins") String other) {
        String sibling = vin.substring(0, 8) + other.charAt(8) + vin.substring(9, 11) + other.substring(11);
        boolean small = vin.charAt(2) == '9';

        assertThat(new Vin(vin).pattern()).startsWith(vin.substring(0, 8) + vin.substring(9, 11));
        assertThat(new Vin(vin).pattern().equals(new Vin(sibling).pattern()))
                .isEqualTo(!small || vin.substring(11, 14).equals(sibling.substring(11, 14)));
    }

    /** The rule once more, from the table of 49 CFR 565.15(c). */
    private static char rightDigit(String vin) {
        String values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += values.indexOf(vin.charAt(at)) % 10 * weights[at];
        }
        return "0123456789X".charAt(sum % 11);
    }
}
