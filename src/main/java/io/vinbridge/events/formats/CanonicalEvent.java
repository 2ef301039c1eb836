package io.vinbridge.events.formats;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.vehicles.Vin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what a mapping makes of a message: an object with {@code kind} and {@code vin}, and at will {@code id}, {@code source},
 * {@code time}, {@code dealer} and {@code fields}.
 */
final class CanonicalEvent {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_FIELDS = 100;

    /** Digits of a number as it is stored, written out: a few characters can stand for a billion of them. */
    private static final int LONGEST_NUMBER = 100;

    /** A number from there on is milliseconds since 1970, a smaller one seconds. */
    private static final BigDecimal MILLISECONDS = new BigDecimal("100000000000");

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private CanonicalEvent() {}

    /**
     * The event, if it is one.
     *
     * @throws io.vinbridge.failures.Failure if it is not; it names the member
     */
    static VehicleEvent read(JsonNode mapped, Set<String> kinds) {
        if (!mapped.isObject()) {
            throw MessageParser.unclear("The mapping makes no object of it");
        }
        String kind = text(mapped, "kind", LONGEST_ID);
        if (kind == null || !kinds.contains(kind)) {
            throw MessageParser.unclear(
                    kind == null
                            ? "It does not say what happened"
                            : "What happened is of no known kind: " + shown(kind));
        }
        String vin = text(mapped, "vin", LONGEST_ID);
        if (vin == null) {
            throw MessageParser.unclear("There is no VIN in it");
        }
        return new VehicleEvent(
                text(mapped, "id", LONGEST_ID),
                text(mapped, "source", LONGEST_ID),
                kind,
                Vin.of(vin),
                time(mapped.path("time")),
                fields(mapped));
    }

    private static String text(JsonNode mapped, String name, int longest) {
        JsonNode value = mapped.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        if (!value.isValueNode() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw MessageParser.unclear("Its " + name + " is no text of at most " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Instant time(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Instant time = value.isNumber() && storable(value)
                    ? ofNumber(value.decimalValue())
                    : ofText(value.asText().strip());
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls through: it is no time, whatever else it is.
        }
        throw MessageParser.unclear("Its time is none: " + shown(value.asText()));
    }

    private static Instant ofNumber(BigDecimal number) {
        BigDecimal seconds = number.abs().compareTo(MILLISECONDS) < 0 ? number : number.movePointLeft(3);
        long whole = seconds.toBigInteger().longValueExact();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    /** Without an offset it is taken for UTC. */
    private static Instant ofText(String text) {
        if (text.length() == "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.replace(' ', 'T');
        int sign = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
        boolean offset = iso.endsWith("Z") || iso.endsWith("z") || sign > iso.indexOf('T');
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static SortedMap<String, JsonNode> fields(JsonNode mapped) {
        JsonNode value = mapped.path("fields");
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        if (mapped.hasNonNull("dealer")) {
            fields.put("dealer", mapped.get("dealer"));
        }
        value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        if (fields.size() > MOST_FIELDS || !(value.isObject() || value.isMissingNode() || value.isNull())) {
            throw MessageParser.unclear("Its fields are no object of at most " + MOST_FIELDS + " members");
        }
        fields.forEach((name, field) -> {
            if (name.isBlank()
                    || name.length() > LONGEST_ID
                    || field.toString().length() > LONGEST_TEXT
                    || name.indexOf('\0') >= 0
                    || !storable(field)) {
                throw MessageParser.unclear("Its field " + shown(name) + " is too long, or none");
            }
        });
        return fields;
    }

    /** Whether a column of PostgreSQL takes it: no text in it has a zero character, and no number is endless when it is written out. */
    private static boolean storable(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.precision() + Math.abs((long) number.scale()) <= LONGEST_NUMBER;
        }
        if (value.isTextual()) {
            return value.textValue().indexOf('\0') < 0;
        }
        boolean storable =
                value.properties().stream().noneMatch(member -> member.getKey().indexOf('\0') >= 0);
        for (JsonNode part : value) {
            storable &= storable(part);
        }
        return storable;
    }

    private static String shown(String text) {
        return text.length() > 50 ? text.substring(0, 50) + "..." : text;
    }
}
