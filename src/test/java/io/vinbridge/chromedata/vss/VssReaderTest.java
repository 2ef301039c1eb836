package io.vinbridge.chromedata.vss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.cvd.CvdReader;
import io.vinbridge.chromedata.cvd.UnreadMembers;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an answer of VSS, and what is taken for none. */
class VssReaderTest {

    private static final VssQuestion MAKES = new VssQuestion.Makes(2024);

    private final UnreadMembers unread = new UnreadMembers();
    private final VssReader reader = new VssReader(unread);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\": {\"makes\": [{\"make\": \"Honda\", \"makeCode\": \"HO\"}]}}",
                "{\"error\": false, \"Result\": {\"Makes\": {\"Make\": \"Honda\", \"MAKECODE\": \"HO\"}}}",
                "{\"makes\": [{\"make\": \"Honda\", \"makeCode\": \"HO\"}, {\"make\": null}]}",
                "[{\"make\": \"Honda\", \"makeCode\": \"HO\"}, null]",
                "{\"message\": \"OK\", \"result\": [{\"make\": \"Honda\", \"makeCode\": \"HO\"}]}",
            })
    void readsAListHoweverItIsWrapped(String json) throws IOException {
        assertThat(reader.list(MAKES, stream(json)))
                .singleElement()
                .satisfies(entry -> assertThat(((CatalogEntry) entry).name()).isEqualTo("Honda"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2024, 2023]", "{\"result\": {\"years\": [\"2024\", {\"year\": \"2023\"}]}}"})
    void readsYearsAsNumbersTextsOrObjects(String json) throws IOException {
        assertThat(reader.list(new VssQuestion.Years(), stream(json))).containsExactly(2024, 2023);
    }

    @Test
    void readsThatThereIsNone() throws IOException {
        assertThat(reader.list(MAKES, stream("{\"result\": {\"makes\": []}}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"hello\": 1}",
                "{\"result\": null}",
                "{\"result\": {}}",
                "{\"result\": {\"makes\": null}}",
                "{\"result\": {\"makes\": \"Honda\"}}",
                "{\"result\": {\"makes\": [1, 2]}}",
                "{\"result\": {\"makes\": [{\"marke\": \"Honda\"}]}}",
                "{\"result\": {\"makes\": [{\"make\": \"Honda\"}]",
                "\"makes\"",
                "<html></html>",
                "",
            })
    void takesNothingForAnEmptyListThatIsNone(String json) {
        assertThatThrownBy(() -> reader.list(MAKES, stream(json))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": true, \"message\": \"Quota exceeded\"}              | Quota exceeded",
                "{\"error\": \"true\", \"result\": {\"makes\": []}}              | an error without a message",
                "{\"Error\": {\"message\": \"no\"}, \"result\": {\"makes\": []}} | no",
                "{\"message\": \"Rate limit\"}                                   | Rate limit",
            })
    void tellsAnErrorFromAnEmptyList(String json, String text) {
        assertThatThrownBy(() -> reader.list(MAKES, stream(json)))
                .isInstanceOf(CvdReader.Declined.class)
                .hasMessage(text);
        assertThatThrownBy(() -> reader.details(stream(json)))
                .isInstanceOf(CvdReader.Declined.class)
                .hasMessage(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\": {\"vehicles\": [{\"styleId\": 7, \"make\": \"Honda\"}]}}",
                "{\"Result\": [{\"StyleId\": \"7\", \"Make\": \"Honda\"}]}",
                "{\"styleId\": 7, \"make\": \"Honda\"}",
            })
    void readsDetailsHoweverTheyAreWrapped(String json) throws IOException {
        DescribeResult described = reader.details(stream(json));

        assertThat(described.description().styles()).extracting(Style::id).containsExactly(7);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
