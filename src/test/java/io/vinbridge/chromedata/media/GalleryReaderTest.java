package io.vinbridge.chromedata.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of the Media Gallery (ChromeData on the wire, 2.2). */
class GalleryReaderTest {

    private static final String VIEW =
            "{'@href':'http://m/1.jpg','@shotCode':'01','@width':'640','@height':'480','@backgroundDescription':'White'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'view':[" + VIEW + "]}",
                "{'view':" + VIEW + "}",
                "{'styleMedia':{'view':[" + VIEW + "]}}",
                "{'view':[" + VIEW + "],'stock':[{'@href':'x'}],'unknown':{'a':[1]}}",
                "{'view':[" + VIEW + ",{'@shotCode':'02'}],'colorized':[]}",
            })
    void readsOneOrManyWrappedOrNot(String listing) throws IOException {
        assertThat(read(listing))
                .containsExactly(new ListedPicture("http://m/1.jpg", "01", 640, 480, "White", null, null, null, null));
    }

    @Test
    void readsColours() throws IOException {
        String listing = "{'colorized':{'@href':'h','@shotCode':'03','@width':'x','@primaryColorOptionCode':'YZ',"
                + "'@primaryRGBHexCode':'FFFFFF','@secondaryColorOptionCode':' ','@secondaryRGBHexCode':''}}";

        assertThat(read(listing))
                .containsExactly(new ListedPicture("h", "03", null, null, null, "YZ", "FFFFFF", null, null));
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        assertThat(read("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "'text'", "<html></html>", "{'view':[", "{'view':}"})
    void refusesWhatIsNoListing(String listing) {
        assertThatThrownBy(() -> read(listing)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> read("{'view':" + "[".repeat(100_000))).isInstanceOf(IOException.class);
    }

    @Test
    void keepsAddressesOutOfWhatIsLogged() throws IOException {
        assertThat(read("{'view':" + VIEW + "}").toString()).doesNotContain("http://m");
    }

    private static List<ListedPicture> read(String json) throws IOException {
        return GalleryReader.read(
                new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8)));
    }
}
