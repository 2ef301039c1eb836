package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of a Redis stream as clients and frameworks write them. */
class EntryFieldsTest {

    private static final String EVENT = "{\"type\":\"vehicle.sold\",\"vin\":\"1M8GDM9AXKP042788\"}";

    @Test
    void theFieldThatIsAgreedUponCounts() {
        assertThat(message("event", "x", "payload", EVENT)).isEqualTo("x");
        assertThat(read(Map.of("body", "x".getBytes(UTF_8), "event", EVENT.getBytes(UTF_8)), "body"))
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload", "data", "message", "value", "json"})
    void theEventIsFoundInAFieldOfAnotherName(String field) {
        assertThat(message(field, EVENT)).isEqualTo(EVENT);
        assertThat(message("_class", "com.example.Sold", field, EVENT)).isEqualTo(EVENT);
        assertThat(message(field, "\"" + EVENT.replace("\"", "\\\"") + "\"")).startsWith("\"{");
        assertThat(message(field, "vehicle.sold,1M8GDM9AXKP042788")).startsWith("vehicle.sold,");
        assertThat(message(field, "<a/>")).isEqualTo("<a/>");
    }

    @Test
    void anEventWhoseMembersAreFieldsIsPutTogether() {
        assertThat(message("type", "vehicle.sold", "vin", "1M8", "photos", "[\"a.jpg\"]", "price", "15,000"))
                .isEqualTo("{\"type\":\"vehicle.sold\",\"vin\":\"1M8\",\"photos\":[\"a.jpg\"],\"price\":\"15,000\"}");
        assertThat(message("event.name", "vehicle.sold", "vehicle.VIN", "1M8", "dealer.code", "D7"))
                .isEqualTo(
                        "{\"event\":{\"name\":\"vehicle.sold\"},\"vehicle\":{\"VIN\":\"1M8\"},\"dealer\":{\"code\":\"D7\"}}");
        assertThat(message("specversion", "1.0", "type", "vehicle.sold", "data", "{\"vin\":\"1M8\"}"))
                .isEqualTo("{\"specversion\":\"1.0\",\"type\":\"vehicle.sold\",\"data\":{\"vin\":\"1M8\"}}");
        assertThat(message("body", "elsewhere")).isEqualTo("{\"body\":\"elsewhere\"}");
        assertThat(message("a.vin", "1", "a", "2", "a.b", "3")).contains("\"a\"");
    }

    private static String message(String... fields) {
        Map<String, byte[]> entry = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            entry.put(fields[i], fields[i + 1].getBytes(UTF_8));
        }
        return read(entry, "event");
    }

    private static String read(Map<String, byte[]> entry, String agreed) {
        return new String(EntryFields.message(entry, agreed), UTF_8);
    }
}
