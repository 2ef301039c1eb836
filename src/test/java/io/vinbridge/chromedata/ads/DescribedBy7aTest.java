package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.description.BodyType;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.Measure;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The older service, with one style and little beside it. */
class DescribedBy7aTest {

    private final AdsReply.Data answer = (AdsReply.Data) read("urn:description7a.services.chrome.com");

    @Test
    void readsTheWholeAnswer() {
        assertThat(answer.warnings()).isEmpty();
        assertThat(answer.payload())
                .isEqualTo(new DescribeResult(
                        new Description(
                                common(),
                                List.of(style()),
                                List.of(engine()),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                null),
                        null,
                        false));
    }

    @Test
    void isNoAnswerOfAnotherVersion() {
        assertThatThrownBy(() -> read("urn:description7c.services.chrome.com"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("the answer is in namespace urn:description7a.services.chrome.com,"
                        + " not urn:description7c.services.chrome.com");
    }

    private static AdsReply read(String namespace) {
        return new AdsReader(namespace)
                .read(
                        new AdsOperation.DescribeVin("JH4CU2F60CC012345"),
                        new ByteArrayInputStream(WireAnswers.recorded("describe-7a-one-style.xml")));
    }

    private static CommonFacts common() {
        return new CommonFacts(
                "US", "en", 2012, "Acura", "TSX", "4dr Sdn", null, null, null, null, null, null, List.of(), List.of(),
                null, null);
    }

    private static Style style() {
        return new Style(
                349411,
                2012,
                new IdentifiedName(1, "Acura"),
                new IdentifiedName(1, "Acura"),
                new IdentifiedName(24001, "TSX"),
                "4dr Sdn",
                null,
                null,
                null,
                null,
                null,
                4,
                "Front Wheel Drive",
                null,
                null,
                null,
                List.of(new BodyType(2, "4dr Car", true)),
                null,
                new Price(number("29810"), number("27600"), number("895"), false),
                null,
                List.of());
    }

    private static Engine engine() {
        return new Engine(
                new IdentifiedName(4, "4 Cylinder Engine"),
                new IdentifiedName(1, "Gasoline Fuel"),
                4,
                List.of(new Measure("2.4", "liters"), new Measure("144", "cubicIn")),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
