package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes, it is an answer or it is refused as none: nothing else ever leaves the reader. */
class HostileAnswerLawsTest {

    private static final byte[] WHOLE = WireAnswers.recorded("describe-7c-two-styles.xml");

    @Property
    void refusesEveryHeapOfBytes(@ForAll @Size(max = 600) byte[] bytes) {
        assertThat(catchThrowable(() -> WireAnswers.read(WireAnswers.DESCRIBE, bytes)))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Property
    void readsOrRefusesEveryHeapOfMarkup(@ForAll("markup") List<String> pieces) {
        byte[] xml = WireAnswers.envelope(String.join("", pieces));

        assertOnlyRefusals(catchThrowable(() -> WireAnswers.read(WireAnswers.DESCRIBE, xml)));
    }

    @Property(tries = 3000)
    void survivesBytesThatTurnedIntoOthers(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 100_000) Integer> places, @ForAll byte other) {
        byte[] damaged = WHOLE.clone();
        for (int place : places) {
            damaged[place % damaged.length] = other;
        }

        assertOnlyRefusals(catchThrowable(() -> WireAnswers.read(WireAnswers.DESCRIBE, damaged)));
    }

    @Property
    void losesNothingButTheNumberWhereANumberIsNone(@ForAll("words") String word) {
        String xml = new String(WHOLE, UTF_8).replace("msrp=\"45200.0\"", "msrp=\"" + word + "\"");

        assertThat(WireAnswers.description(WireAnswers.read(WireAnswers.DESCRIBE, xml.getBytes(UTF_8)))
                        .styles())
                .hasSize(2);
    }

    @Provide
    Arbitrary<List<String>> markup() {
        return Arbitraries.of(
                        "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\">",
                        "</VehicleDescription>",
                        WireAnswers.SUCCESSFUL,
                        "<style id=\"1\">",
                        "<style id=\"1\"/>",
                        "</style>",
                        "<division id=\"1\">",
                        "</division>",
                        "<vinDescription>",
                        "</vinDescription>",
                        "<factoryOption>",
                        "</factoryOption>",
                        "<S:Fault>",
                        "<faultstring>",
                        "</faultstring>",
                        "</S:Fault>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<?x",
                        "?>",
                        "&amp;",
                        "&",
                        "<",
                        "text")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("0123456789.eE+-NaINF x").ofMaxLength(40);
    }

    private static void assertOnlyRefusals(Throwable thrown) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UnreadableAnswer.class);
        }
    }
}
