package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.catalog.Vin;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The laws that hold for every description on the wire. */
class SandboxRepliesLawsTest {
    private static Sandbox sandbox;

    @BeforeContainer
    static void start() throws IOException {
        sandbox = Sandbox.start();
    }

    @AfterContainer
    static void close() throws IOException {
        sandbox.close();
    }

    @Provide
    Arbitrary<String> vins() {
        Arbitrary<String> end = Arbitraries.strings()
                .withChars("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")
                .ofLength(14);
        Arbitrary<Character> years = Arbitraries.of("BCDEFGHJKLMNPRSTVWXY123456789"
                .chars()
                .mapToObj(code -> (char) code)
                .toList());
        return Combinators.combine(
                        Arbitraries.of("1HG", "1FT", "5YJ", "WBA", "JTD", "3GC", "KM8", "YV1", "1F9", "ZFF", "1FD"),
                        end,
                        years)
                .as((maker, rest, year) -> maker + rest.substring(0, 6) + year + rest.substring(7));
    }

    @Provide
    Arbitrary<String> switches() {
        List<String> known = List.of(
                "DisableSafeStandards",
                "ShowExtendedDescriptions",
                "ShowAvailableEquipment",
                "ShowConsumerInformation",
                "ShowExtendedTechnicalSpecifications",
                "IncludeRegionalVehicles",
                "UseDependencyOrderingLogic",
                "IncludeDefinitions");
        return Arbitraries.of(known).set().map(names -> AdsClient.switches(names.toArray(String[]::new)));
    }

    @Property(tries = 200)
    void validatesEveryReplyAgainstTheSchema(
            @ForAll("vins") String vin, @ForAll("switches") String switches, @ForAll("versions") String version) {
        AdsAnswer answer = new AdsClient(sandbox, version).describe("<vin>" + vin + "</vin>" + switches);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.violation()).isEmpty();
    }

    @Property(tries = 60)
    void saysNothingButTheVinAndItsCheckDigitOfTheSerialNumber(
            @ForAll("vins") String vin, @ForAll("switches") String switches) {
        String one = new Vin(vin).withValidCheckDigit().text();
        String other =
                new Vin(vin.substring(0, 14) + "777").withValidCheckDigit().text();
        AdsClient ads = new AdsClient(sandbox, "7c");

        String ofOne = ads.describe("<vin>" + one + "</vin>" + switches).text();
        String ofOther = ads.describe("<vin>" + other + "</vin>" + switches).text();

        assertThat(ofOther.replace(other, "VIN")).isEqualTo(ofOne.replace(one, "VIN"));
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of("7a", "7b", "7c");
    }
}
