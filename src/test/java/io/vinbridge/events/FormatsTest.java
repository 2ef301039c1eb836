package io.vinbridge.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.events.formats.EventNormalizer;
import io.vinbridge.events.formats.ParsedEvent;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.messages.MessageBatch;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The formats that ship, over their samples, and what becomes of messages that are none. */
class FormatsTest {

    private static final String VIN = "1HGCY2F67PAA12345";
    private static final EventNormalizer NORMALISING = World.shared().node().bean(EventNormalizer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> formats() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("format-.*\\.camel\\.yaml"))
                    .map(name -> name.replace(".camel.yaml", ""))
                    .toList();
            assertThat(names).hasSizeGreaterThanOrEqualTo(5);
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatMakesOfItsSampleWhatItsEventsSay(String format) throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(Path.of("routes", format + ".events.json")));
        List<JsonNode> events = new ArrayList<>();
        for (ParsedEvent reading : read(Files.readAllBytes(sample(format)))) {
            assertThat(reading).isInstanceOf(Understood.class);
            events.add(JSON.readTree(((Understood) reading).json()));
        }
        assertThat(events).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | The message is empty",
                "hello                                  | The message is no JSON, no XML and no line of CSV",
                "{\"type\":                             | The message is no JSON (line 1, column 9)",
                "{\"type\":\"vehicle.updated\"} {}      | The message is no JSON (line 1, column 28)",
                "{\"type\":\"vehicle.updated\"}         | There is no VIN in it",
                "{\"type\":\"vehicle.exploded\"}        | What happened is of no known kind: vehicle.exploded",
                "{\"colour\":\"red\"}                   | No format takes it; it has colour",
                "[]                                     | The list is empty",
                "17                                     | The message is no JSON, no XML and no line of CSV",
                "<a><b></a>                             | The message is no well-formed XML (line 1, column 10)",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/> | The message has a DTD, which is not read",
                "<a>1</a>                               | No format takes it; it has a",
            })
    void whatIsNoEventSaysWhy(String message, String why) {
        assertThat(why(message == null ? "" : message)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1HGCY2F67PAA1234I | VIN has a character that no VIN has",
                "1HG               | VIN has 3 characters",
            })
    void anImpossibleVinIsNamed(String vin, String ignored) {
        Unclear unclear = (Unclear) read("{\"type\":\"vehicle.updated\",\"vin\":\"%s\"}"
                        .formatted(vin)
                        .getBytes(UTF_8))
                .get(0);
        assertThat(unclear.failure().reason().word()).isEqualTo("invalid-vin");
    }

    @Test
    void whatIsTooDeepTooLargeOrNoTextIsUnclearAndNothingElseHappens() {
        assertThat(why("[".repeat(10_000) + "]".repeat(10_000))).startsWith("The message is no JSON");
        assertThat(why("<a>".repeat(10_000))).startsWith("The message is no well-formed XML");
        assertThat(why("{\"type\":\"" + "x".repeat(10_000_000) + "\"}")).startsWith("It is larger than");
        assertThat(((Unclear) read(new byte[] {'{', (byte) 0xc3, '(', '}'}).get(0))
                        .failure()
                        .getMessage())
                .startsWith("The message is no JSON");
        assertThat(((Unclear) read(new byte[] {'a', ',', (byte) 0xff}).get(0)).failure())
                .hasMessage("The message is no text in UTF-8");
    }

    @Test
    void theOrderOfMembersAndTheWayOfWritingNumbersAndTimesMakeNoOtherEvent() {
        String one =
                "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"price\":1.50}";
        String other = "{ \"price\": 1.5, \"timestamp\":1767225600, \"vin\":\" %s \", \"type\":\"vehicle.updated\"}";
        assertThat(key(one.formatted(VIN))).isEqualTo(key(other.formatted(VIN)));
        assertThat(key(one.formatted(VIN))).isNotEqualTo(key(one.formatted(VIN).replace("1.50", "1.51")));
    }

    @Test
    void anIdIsTheKeyTogetherWithItsSource() {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"a\",\"type\":\"vehicle.sold\",\"data\":{\"vin\":\"%s\"}}"
                        .formatted(VIN);
        assertThat(key(event)).isEqualTo(key(event.replace("vehicle.sold", "vehicle.removed")));
        assertThat(key(event)).isNotEqualTo(key(event.replace("\"a\"", "\"b\"")));
    }

    @Test
    void namesThatCamelWouldObeyAsHeadersArePlainData() {
        String event = "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"CamelJsltResourceUri\":\"file:/etc/passwd\","
                + "\"CamelHttpUri\":\"http://127.0.0.1:9\",\"x\":\"{{env:HOME}}\"}";
        Understood read =
                (Understood) read(event.formatted(VIN).getBytes(UTF_8)).get(0);
        assertThat(read.event().fields().get("CamelHttpUri").textValue()).isEqualTo("http://127.0.0.1:9");
        assertThat(read.event().fields().get("x").textValue()).isEqualTo("{{env:HOME}}");
    }

    private static String key(String message) {
        return ((Understood) read(message.getBytes(UTF_8)).get(0)).key();
    }

    private static String why(String message) {
        List<ParsedEvent> readings = read(message.getBytes(UTF_8));
        assertThat(readings).hasSize(1);
        return ((Unclear) readings.get(0)).failure().getMessage();
    }

    private static List<ParsedEvent> read(byte[] message) {
        return NORMALISING
                .read(new MessageBatch(IntakeChannel.STREAM, List.of(message), null))
                .list();
    }

    private static Path sample(String format) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(format + ".sample."))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
