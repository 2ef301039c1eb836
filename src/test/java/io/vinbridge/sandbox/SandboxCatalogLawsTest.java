package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.catalog.PatternDecode;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.StyleId;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.ModelId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The laws that hold for every vehicle of the sandbox. */
class SandboxCatalogLawsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private final Catalog catalog = new Catalog(CLOCK, new DataBuilds());

    @Provide
    Arbitrary<String> vins() {
        Arbitrary<String> any = Arbitraries.strings()
                .withChars("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")
                .ofLength(14);
        return Combinators.combine(
                        Arbitraries.of("1HG", "1FT", "5YJ", "WBA", "JTD", "3GC", "KM8", "YV1", "1F9", "4AB"), any)
                .as(String::concat);
    }

    @Property
    void answersTheSameForEverySerialNumberOfAPattern(
            @ForAll("vins") String vin,
            @ForAll @IntRange(max = 999_999) int serial,
            @ForAll @IntRange(max = 9) int check) {
        boolean smallMaker = vin.charAt(2) == '9';
        String digits = String.format("%06d", serial);
        String end = smallMaker ? vin.substring(11, 14) + digits.substring(3) : digits;
        String other = vin.substring(0, 8) + check + vin.substring(9, 11) + end;

        assertThat(described(other)).isEqualTo(described(vin));
    }

    @Property
    void answersTheSameInEveryCatalog(@ForAll("vins") String vin) {
        Catalog another = new Catalog(CLOCK, new DataBuilds());

        assertThat(described(another.decode(new Vin(vin).pattern(), Country.US)))
                .isEqualTo(described(vin));
    }

    @Property
    void readsEveryStyleIdBack(
            @ForAll @IntRange(min = 1981, max = 2040) int year,
            @ForAll @IntRange(max = 400) int line,
            @ForAll @IntRange(max = 19) int place,
            @ForAll Country country) {
        StyleId id = new StyleId(new ModelId(year, line), place, country);

        assertThat(StyleId.of(id.number())).hasValue(id);
        assertThat(id.number()).isBetween(100_000, 9_999_999);
    }

    @Property
    void findsTheStylesOfAVinByIdAcodeAndNameToo(@ForAll("vins") String vin, @ForAll Country country) {
        Optional<PatternDecode> decoding = catalog.decode(new Vin(vin).pattern(), country);

        assertThat(decoding.map(PatternDecode::styles).orElse(List.of())).allSatisfy(style -> {
            assertThat(catalog.style(style.id().number()).map(Style::name)).hasValue(style.name());
            assertThat(style.acode()).hasSize(13);
            assertThat(catalog.styleByAcode(style.acode()).map(Style::id)).hasValue(style.id());
            String make = style.line().division().name();
            assertThat(catalog.styles(style.year(), make, style.line().name(), country))
                    .extracting(Style::id)
                    .contains(style.id());
            assertThat(catalog.models(style.year(), style.line().division().id()))
                    .extracting(IdentifiedString::id)
                    .contains(style.id().model().number());
        });
    }

    @Property(tries = 3_000)
    void tellsOneStyleForMostPatternsAndNeverMoreThanEighteen(@ForAll("vins") String vin) {
        int styles = catalog.decode(new Vin(vin).pattern(), Country.US)
                .map(decoding -> decoding.styles().size())
                .orElse(0);

        assertThat(styles).isLessThanOrEqualTo(18);
        if (styles > 0) {
            Statistics.collect(styles == 1);
            Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 50 && share < 70));
        }
    }

    @Property
    void carriesNoVinOfARegionThatNobodyClaims(@ForAll("vins") String vin) {
        for (char region : "06789ABCDEFGHLMNPR".toCharArray()) {
            String elsewhere = region + "Z" + vin.substring(2);

            assertThat(described(elsewhere)).isEmpty();
        }
    }

    @Property
    void carriesModelYearsFrom1981ToTheNextOne(@ForAll("vins") String vin) {
        int year = new Vin(vin).pattern().modelYear();
        if (year < 1981 || year > 2027) {
            assertThat(described(vin)).isEmpty();
        }
    }

    @Property
    void makesAnyCheckDigitRight(@ForAll("vins") String vin) {
        assertThat(new Vin(vin).withValidCheckDigit().hasValidCheckDigit()).isTrue();
        assertThat(new Vin(vin).withValidCheckDigit().pattern()).isEqualTo(new Vin(vin).pattern());
    }

    @Example
    void knowsTheCheckDigitsAndYearsOfRealVins() {
        assertThat(List.of("1M8GDM9AXKP042788", "5GZCZ43D13S812715", "1FAFP404X1F192837"))
                .filteredOn(vin -> new Vin(vin).hasValidCheckDigit())
                .contains("1M8GDM9AXKP042788", "5GZCZ43D13S812715");
        assertThat(new Vin("5GZCZ43D13S812715").pattern().modelYear()).isEqualTo(2003);
        assertThat(new Vin("1HGCV1F33LAA12345").pattern().modelYear()).isEqualTo(2020);
        assertThat(new Vin("1HGCV1F33UAA12345").pattern().modelYear()).isZero();
    }

    @Example
    void hasItsOwnStyleIdsAndPricesInEachCountry() {
        Style american = catalog.styles(2020, "Honda", "Accord", Country.US).get(0);
        Style canadian = catalog.styles(2020, "Honda", "Accord", Country.CA).get(0);

        assertThat(canadian.name()).isEqualTo(american.name());
        assertThat(canadian.id()).isNotEqualTo(american.id());
        assertThat(canadian.price().msrp()).isGreaterThan(american.price().msrp());
    }

    @Example
    void differsBetweenTheStylesOfAVinInWhatTellsThemApart() {
        List<Style> styles = catalog.decode(new Vin("3GCUYHEL4MGA12345").pattern(), Country.US)
                .orElseThrow()
                .styles();

        assertThat(styles).extracting(Style::manufacturerCode).doesNotHaveDuplicates();
        assertThat(styles).extracting(Style::name).doesNotHaveDuplicates();
        assertThat(styles.stream().map(Style::trim).distinct()).hasSizeGreaterThan(1);
        assertThat(styles.stream().map(Style::wheelbase).distinct()).hasSizeGreaterThan(1);
        assertThat(styles.stream().map(Style::drive).distinct()).hasSizeGreaterThan(1);
        assertThat(styles.stream().map(style -> style.price().msrp()).distinct())
                .hasSizeGreaterThan(1);
    }

    private List<String> described(String vin) {
        return described(catalog.decode(new Vin(vin).pattern(), Country.US));
    }

    private static List<String> described(Optional<PatternDecode> decoding) {
        return decoding.map(PatternDecode::styles).orElse(List.of()).stream()
                .map(style -> style.id() + " " + style.name() + " " + style.price() + " " + style.paints())
                .toList();
    }
}
