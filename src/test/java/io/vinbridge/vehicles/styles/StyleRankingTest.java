package io.vinbridge.vehicles.styles;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.testing.RecordedAnswers;
import io.vinbridge.vehicles.CanonicalJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which style a vehicle is, from what a caller knows. */
class StyleRankingTest {

    private static final int XL = 435601;
    private static final int XLT = 435602;
    private static final Description DESCRIPTION = RecordedAnswers.twoStyles();

    @ParameterizedTest
    @CsvSource({
        "styleId,       435602,  435602, fits styleId 435602",
        "trim,          XLT,     435602, fits trim XLT",
        "trim,          xl t,    435602, fits trim xl t",
        "trim,          XLT Sport, 435602, fits trim XLT Sport",
        "wheelBase,     157.2,   435602, fits wheelBase 157.2",
        "wheelBase,     144,     435601, fits wheelBase 144",
        "exteriorColor, YZ,      435602, fits exteriorColor YZ",
        "exteriorColor, 'oxford white', 435602, fits exteriorColor oxford white",
        "exteriorColor, White,   435602, fits exteriorColor White",
    })
    void choosesTheOneStyleThatAHintFitsAndSaysWhy(String hint, String value, int style, String reason) {
        StyleResolution resolution = StyleRanking.resolve(DESCRIPTION, hint(hint, value));

        assertThat(resolution.chosen()).hasValueSatisfying(chosen -> {
            assertThat(chosen.styleId()).isEqualTo(style);
            assertThat(chosen.reasons()).containsExactly(reason);
        });
        assertThat(resolution.ambiguous()).isFalse();
        assertThat(resolution.unmatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"modelCode, W1E", "drivetrain, 4x4", "drivetrain, Four Wheel Drive", "drivetrain, AWD"})
    void choosesNoneWhereAHintFitsAllAlike(String hint, String value) {
        StyleResolution resolution = StyleRanking.resolve(DESCRIPTION, hint(hint, value));

        assertThat(resolution.chosen()).isEmpty();
        assertThat(resolution.ambiguous()).isTrue();
        assertThat(resolution.candidates()).extracting(StyleCandidate::styleId).containsExactly(XL, XLT);
        assertThat(resolution.candidates()).allMatch(candidate -> candidate.score() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "styleId, 1",
        "trim, Platinum",
        "modelCode, X9Z",
        "drivetrain, FWD",
        "drivetrain, hovercraft",
        "wheelBase, 300",
        "exteriorColor, Magenta",
        "option, NONE"
    })
    void setsAHintAsideThatFitsNoStyle(String hint, String value) {
        StyleResolution resolution = StyleRanking.resolve(DESCRIPTION, hint(hint, value));

        assertThat(resolution.unmatched()).containsExactly(hint);
        assertThat(resolution.chosen()).isEmpty();
        assertThat(resolution.candidates()).allMatch(candidate -> candidate.score() == 0);
    }

    @Test
    void choosesNeitherOfTwoThatContradictingHintsPointTo() {
        Hints both = new Hints(null, "XL", "YZ", null, null, null, List.of());

        StyleResolution resolution = StyleRanking.resolve(DESCRIPTION, both);

        assertThat(resolution.chosen()).isEmpty();
        assertThat(resolution.candidates().get(0).reasons())
                .containsExactly("fits trim XL", "does not fit exteriorColor YZ");
    }

    /** The second of two styles has that trim, the first is an XL. */
    @ParameterizedTest
    @CsvSource({
        "C 250 Sport, Sport",
        "C 250 Sport, sport 250",
        "Édition spéciale, edition speciale",
        "Edition Speciale, Spéciale",
        "Série-M, serie m",
        "Trail Boss, BOSS",
        "Limited, Limited 4x4 Crew Cab",
        "GT-Line, GT Line",
        "XLE Premium, Premium"
    })
    void knowsATrimByItsWordsWithoutRegardToAccentsAndSigns(String trim, String asked) {
        Description described = RecordedAnswers.twoStyles("trim=\"XLT\"", "trim=\"" + trim + "\"");

        StyleResolution resolution = StyleRanking.resolve(described, hint("trim", asked));

        assertThat(resolution.unmatched()).isEmpty();
        assertThat(resolution.chosen())
                .hasValueSatisfying(chosen -> assertThat(chosen.styleId()).isEqualTo(XLT));
    }

    @ParameterizedTest
    @CsvSource({"XL Sport, Sport", "XL 250 Sport, SPORT", "'Sport, XL', sport"})
    void choosesNoneWhereTheWordStandsInSeveralTrims(String first, String asked) {
        Description described = RecordedAnswers.twoStyles(
                Map.of("trim=\"XLT\"", "trim=\"XLT Sport\"", "trim=\"XL\"", "trim=\"" + first + "\""));

        StyleResolution resolution = StyleRanking.resolve(described, hint("trim", asked));

        assertThat(resolution.chosen()).isEmpty();
        assertThat(resolution.ambiguous()).isTrue();
        assertThat(resolution.unmatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"styleId, 435601, trim, XLT", "wheelBase, 157.2, trim, XL", "exteriorColor, YZ, styleId, 435601"})
    void choosesNeitherHoweverMuchOneOfTwoContradictingHintsWeighs(String one, String value, String other, String not) {
        Hints first = hint(one, value);
        Hints second = hint(other, not);
        Hints both = new Hints(
                first.styleId() == null ? second.styleId() : first.styleId(),
                first.trim() == null ? second.trim() : first.trim(),
                first.exteriorColor(),
                null,
                first.wheelBase(),
                null,
                List.of());

        StyleResolution resolution = StyleRanking.resolve(DESCRIPTION, both);

        assertThat(resolution.chosen()).isEmpty();
        assertThat(resolution.contradicting()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void knowsTheWheelbaseByItsNumberWhateverTheLanguage() {
        Description french = RecordedAnswers.twoStyles(">Wheelbase<", ">Empattement (po)<");
        Description other = RecordedAnswers.twoStyles(">Wheelbase<", ">Radstand<");

        for (Description described : List.of(french, other)) {
            assertThat(StyleRanking.resolve(described, hint("wheelBase", "157.2"))
                            .chosen())
                    .hasValueSatisfying(chosen -> assertThat(chosen.styleId()).isEqualTo(XLT));
        }
    }

    @Test
    void choosesNoneWhereNothingIsKnown() {
        assertThat(StyleRanking.resolve(DESCRIPTION, Hints.NONE).ambiguous()).isTrue();
    }

    @Test
    void takesAnOnlyStyleWhateverIsSaidOfIt() {
        Description one =
                Description.of(DESCRIPTION.common(), DESCRIPTION.styles().subList(0, 1), List.of());

        assertThat(StyleRanking.resolve(one, hint("trim", "Platinum")).chosen())
                .hasValueSatisfying(chosen -> assertThat(chosen.styleId()).isEqualTo(XL));
    }

    @Test
    void readsOptionsByAnyOfTheirCodes() {
        for (String code : List.of("PQ", "-PAINT", "pq1")) {
            assertThat(StyleRanking.resolve(DESCRIPTION, hint("option", code)).unmatched())
                    .as(code)
                    .isEmpty();
        }
    }

    @Test
    void remembersHintsAsTheyWere() {
        Hints hints = new Hints(XL, "XL", "PQ", "W1E", new BigDecimal("145.4"), "4x4", List.of("PQ"));

        assertThat(Hints.read(CanonicalJson.text(hints))).isEqualTo(hints);
        assertThat(Hints.read(null).none()).isTrue();
    }

    private static Hints hint(String name, String value) {
        return new Hints(
                name.equals("styleId") ? Integer.valueOf(value) : null,
                name.equals("trim") ? value : null,
                name.equals("exteriorColor") ? value : null,
                name.equals("modelCode") ? value : null,
                name.equals("wheelBase") ? new BigDecimal(value) : null,
                name.equals("drivetrain") ? value : null,
                name.equals("option") ? List.of(value) : List.of());
    }
}
