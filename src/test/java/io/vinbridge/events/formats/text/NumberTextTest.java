package io.vinbridge.events.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as feeds write them. */
class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15000             | 15000",
                "15000.0           | 15000",
                "15000.50          | 15000.5",
                "15,000.00         | 15000",
                "$19,500           | 19500",
                "$ 19,500.00       | 19500",
                "15.000,00         | 15000",
                "15.000            | 15000",
                "15,000            | 15000",
                "1.234.567         | 1234567",
                "1,234,567.89      | 1234567.89",
                "12,34,567.50      | 1234567.5",
                "15000,5           | 15000.5",
                "15000.500         | 15000.5",
                "0.500             | 0.5",
                ".5                | 0.5",
                "15000.            | 15000",
                "15 000            | 15000",
                "15 000,00 €       | 15000",
                "15'000.00         | 15000",
                "15.000,-          | 15000",
                "CHF 15’000.—      | 15000",
                "USD 15,000        | 15000",
                "15,000 USD        | 15000",
                "US$15,000         | 15000",
                "£1,250.99         | 1250.99",
                "+15000            | 15000",
                "-500              | -500",
                "1.5E+04           | 15000",
                "000123            | 123",
            })
    void amountsAreReadAsTheyAreMeant(String written, BigDecimal number) {
        assertThat(NumberText.AMOUNT.read(written)).isEqualTo(number);
    }

    @Test
    void blanksOfAnyKindAroundAndWithinAreNoneOfIt() {
        assertThat(NumberText.AMOUNT.read("\n   15000.00\n  ")).isEqualTo("15000");
        assertThat(NumberText.AMOUNT.read("15\u00A0000,00\u00A0€")).isEqualTo("15000");
        assertThat(NumberText.AMOUNT.read("15\u202F000\u200B")).isEqualTo("15000");
        assertThat(NumberText.AMOUNT.read("\uFEFF\uFF11\uFF15\uFF10\uFF10\uFF10"))
                .isEqualTo("15000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "Call",
                "Call for price",
                "12k",
                "TBD",
                "-",
                "$",
                "15,00,00",
                "1.2.3",
                "1,2.3,4",
                "15000-16000",
                "15 16",
                "fifteen",
                "1e99",
                "15000 OBO",
                "(500)",
                "0x1F",
                "NaN",
                "Infinity",
                "1,000,00",
                "12.34.567",
                "١٥٠٠٠"
            })
    void whatIsNoNumberIsNotGuessedAt(String written) {
        assertThat(NumberText.AMOUNT.read(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,345            | 12345",
                "12.345            | 12345",
                "12 345 km         | 12345",
                "12,345 mi.        | 12345",
                "7 Miles           | 7",
                "12345mi           | 12345",
            })
    void mileagesHaveUnits(String written, BigDecimal number) {
        assertThat(NumberText.MILEAGE.read(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.998             | 1.998",
                "1,998             | 1.998",
                "1,234,567         | 1234567",
                "1.234,5           | 1234.5",
                "3.5               | 3.5",
            })
    void ofOtherNumbersOneSeparatorIsTheDecimalOne(String written, BigDecimal number) {
        assertThat(NumberText.PLAIN.read(written)).isEqualTo(number);
        assertThat(NumberText.PLAIN.read("$5")).isNull();
    }

    @Property
    void everyWayOfWritingAnAmountIsTheSameAmount(
            @ForAll @IntRange(max = 99_999_999) int units, @ForAll @IntRange(max = 99) int cents) {
        BigDecimal amount = new BigDecimal(units + ".%02d".formatted(cents)).stripTrailingZeros();
        BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
        String english = String.format(Locale.US, "%,d.%02d", units, cents);
        String german = String.format(Locale.GERMANY, "%,d,%02d", units, cents);
        String swiss = english.replace(',', '\'');

        assertThat(NumberText.AMOUNT.read(english)).isEqualTo(plain);
        assertThat(NumberText.AMOUNT.read("$" + english)).isEqualTo(plain);
        assertThat(NumberText.AMOUNT.read(german + " EUR")).isEqualTo(plain);
        assertThat(NumberText.AMOUNT.read(swiss)).isEqualTo(plain);
        assertThat(NumberText.AMOUNT.read(String.format(Locale.US, "%,d", units)))
                .isEqualTo(BigDecimal.valueOf(units));
    }
}
