package io.vinbridge.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VINs as scanners, spreadsheets, web pages and people write them. */
class WrittenVinTest {

    private static final String RIGHT = "1M8GDM9AXKP042788";

    /** Its check digit is not right, which is no mistake elsewhere than in North America. */
    private static final String EUROPEAN = "WVWZZZ1JZ3W386752";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0%s\u00A0",
                "%s\u200B",
                "\uFEFF%s",
                "\u2007\u202F%s",
                "\u3000%s\u2028",
                "\u2060%s\u200E",
                "\t%s\r\n",
            })
    void whiteSpaceOfAnyKindAroundItIsForgivenWithoutAWord(String written) {
        assertThat(WrittenVin.read(written.formatted(RIGHT)))
                .isEqualTo(new WrittenVin(RIGHT, List.of("white-space"), null));
        assertThat(WrittenVin.read(written.formatted(EUROPEAN)).vin().value()).isEqualTo(EUROPEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1M8GDM9AXKP042788",
                "=\"1M8GDM9AXKP042788\"",
                "*1M8GDM9AXKP042788*",
                "I1M8GDM9AXKP042788",
                "*I1M8GDM9AXKP042788*",
                "1M8-GDM9AX-KP-042788",
                "1m8 gdm9ax kp 042788",
                "1M8G\u00A0DM9AX\u2009KP042788",
                "VIN: 1M8GDM9AXKP042788",
                "\u201C1M8GDM9AXKP042788\u201D",
                "1M8\u2011GDM9AX\u2013KP042788",
                "\uFF11\uFF2D8GDM9AXKP042788",
            })
    void whatScannersAndSpreadsheetsPutAroundARightOneIsForgivenAndTold(String written) {
        WrittenVin read = WrittenVin.read(written);

        assertThat(read.vin().value()).isEqualTo(RIGHT);
        assertThat(read.notice()).contains(RIGHT);
        assertThat(read.forgiven()).contains("marks");
        assertThat(WrittenVin.readPart(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1m8gdm9a*kp", "1M8GDM9A*KP\u200B", "\u30001m8gdm9a*kp\r\n"})
    void aPartOfOneIsReadByTheSameRules(String written) {
        assertThat(WrittenVin.readPart(written).text()).isEqualTo("1M8GDM9A*KP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M8-GDM9", "1M8GDM9A*\u041A", "1M8GDM9AXKP0427888", " ", "1M8 GDM9AX"})
    void whatIsNoPartOfOneIsRefused(String written) {
        assertThatThrownBy(() -> WrittenVin.readPart(written)).isInstanceOf(InvalidVin.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'WVWZZZ1JZ3W386752",
                "IWVWZZZ1JZ3W386752",
                "WVW-ZZZ-1JZ-3W386752",
                "1M8GDM9AXKP04278",
                "1M8GDM9AXKP0427888",
                "*",
                "",
                "I"
            })
    void nothingIsForgivenWhereTheCheckDigitDoesNotConfirmIt(String written) {
        assertThatThrownBy(() -> WrittenVin.read(written)).isInstanceOf(InvalidVin.class);
    }

    @Test
    void oneCharacterThatNoVinHasIsReplacedInASuggestionWhereTheCheckDigitConfirmsIt() {
        assertThat(suggestion("1M8GDM9AXKPO42788")).isEqualTo(RIGHT);
        assertThat(suggestion("IM8GDM9AXKP042788")).isEqualTo(RIGHT);
        assertThat(suggestion("1M8GDM9AXKPQ42788")).isEqualTo(RIGHT);
        assertThat(suggestion("1\u041C8GDM9AXKP042788")).isEqualTo(RIGHT);
        assertThat(suggestion("*1M8GDM9AXKPO42788*")).isEqualTo(RIGHT);
        assertThatThrownBy(() -> WrittenVin.read("1M8GDM9AXKPO42788"))
                .hasMessage(
                        "Position 12 is 'O', which no VIN has; " + RIGHT + " would be one with a right check digit");
    }

    @Test
    void nothingIsSuggestedThatTheCheckDigitDoesNotConfirm() {
        assertThat(suggestion("1M8GDM9AXKPO42789")).isNull();
        assertThat(suggestion("1M8GDM9AXKP!42788")).isNull();
        assertThat(suggestion("1M8GDM9AXKP04278")).isNull();
        assertThat(suggestion("OOOOOOOOOOOOOOOOX")).isNull();
    }

    private static String suggestion(String written) {
        try {
            return "taken as " + WrittenVin.read(written).vin();
        } catch (InvalidVin e) {
            return e.suggestion();
        }
    }
}
