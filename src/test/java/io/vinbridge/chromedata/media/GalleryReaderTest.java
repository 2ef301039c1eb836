package io.vinbridge.chromedata.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryReaderTest {

    private static final String VIEW = "{\"@href\":\"https://media.example/v.jpg\",\"@shotCode\":\"01\","
            + "\"@width\":\"640\",\"@height\":\"480\",\"@backgroundDescription\":\"White\"}";
    private static final String COLORIZED = "{\"@href\":\"https://media.example/c.png\",\"@shotCode\":\"02\","
            + "\"@width\":\"1280\",\"@height\":\"960\",\"@backgroundDescription\":\"Transparent\","
            + "\"@primaryColorOptionCode\":\"PQ\",\"@primaryRGBHexCode\":\"C8102E\","
            + "\"@secondaryColorOptionCode\":\"YZ\",\"@secondaryRGBHexCode\":\"FFFFFF\"}";
    private static final ListedPicture SEEN =
            new ListedPicture("https://media.example/v.jpg", "01", 640, 480, "White", null, null, null, null);
    private static final ListedPicture PAINTED = new ListedPicture(
            "https://media.example/c.png", "02", 1280, 960, "Transparent", "PQ", "C8102E", "YZ", "FFFFFF");

    @Test
    void readsManyPicturesFromArrays() throws IOException {
        assertThat(read("{\"view\":[" + VIEW + "," + VIEW + "],\"colorized\":[" + COLORIZED + "]}"))
                .containsExactly(SEEN, SEEN, PAINTED);
    }

    @Test
    void readsASinglePictureThatStandsAsAnObject() throws IOException {
        assertThat(read("{\"colorized\":" + COLORIZED + ",\"view\":" + VIEW + "}"))
                .containsExactly(SEEN, PAINTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"styleMedia", "modelMedia", "bodyTypeMedia"})
    void looksInsideTheWrapperThatSomeAnswersHave(String wrapper) throws IOException {
        assertThat(read("{\"" + wrapper + "\":{\"view\":" + VIEW + "}}")).containsExactly(SEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"view\":null,\"colorized\":[]}",
                "{\"view\":\"none\",\"colorized\":7}",
                "{\"view\":[null,1,\"x\",[],{}]}",
                "{\"view\":{\"@href\":\"\"},\"colorized\":{\"@href\":null}}",
                "{\"view\":{\"@href\":{\"$\":\"https://media.example/v.jpg\"}}}",
                "{\"stock\":[{\"@href\":\"https://media.example/s.jpg\"}]}",
                "{\"styleMedia\":[]}",
            })
    void listsNothingThatCouldNotBeFetched(String listing) throws IOException {
        assertThat(read(listing)).isEmpty();
    }

    @Test
    void passesOverMembersItDoesNotKnow() throws IOException {
        assertThat(read("{\"@xmlns\":\"x\",\"copyright\":{\"a\":[1,2]},\"view\":["
                        + VIEW.replace("}", ",\"@type\":\"Multi-View\",\"$\":\"\",\"nested\":{\"deep\":[]}}") + "]}"))
                .containsExactly(SEEN);
    }

    @Test
    void readsAPictureOfWhichOnlyTheAddressIsKnown() throws IOException {
        assertThat(read("{\"view\":{\"@href\":\" https://media.example/v.jpg \",\"@shotCode\":\" \"}}"))
                .containsExactly(new ListedPicture(
                        "https://media.example/v.jpg", null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"'\"640\"', 640", "640, 640", "'\" 640 \"', 640"})
    void readsPixelsFromTextAndFromNumbers(String written, int width) throws IOException {
        assertThat(width(written)).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"wide\"", "\"\"", "\"0\"", "\"-640\"", "-1", "\"99999999999\"", "null", "[640]"})
    void leavesOutPixelsThatAreNone(String written) throws IOException {
        assertThat(width(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "[{\"view\":[]}]", "\"view\"", "12", "null", "true"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(GalleryReader.NoGallery.class)
                .hasMessage("the listing is no JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Login</body></html>",
                "{\"view\":[",
                "{\"view\":}",
                "{'view':[]}",
                "{\"view\":[]}{",
                "{\"view\":[]} and so on",
                "nothing",
            })
    void refusesWhatIsNoJson(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesNestingDeeperThanAnyListing() {
        assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("nesting depth (33)");
    }

    @Test
    void neverShowsAnAddress() {
        assertThat(PAINTED).hasToString("ListedPicture[02, 1280x960, Transparent, PQ]");
    }

    private static Integer width(String written) throws IOException {
        return read("{\"view\":{\"@href\":\"x\",\"@width\":" + written + "}}")
                .get(0)
                .width();
    }

    private static List<ListedPicture> read(String json) throws IOException {
        return GalleryReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
