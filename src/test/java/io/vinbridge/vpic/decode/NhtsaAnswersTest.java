package io.vinbridge.vpic.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.vpic.ShippedPatterns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The decoder answers as NHTSA's own functions do over the same patterns: 1,030 VINs of all types of vehicle, wrong and
 * partial ones too. The answers were made in 2026 by the functions of NHTSA's dump, over its state of February 2026,
 * which is in the public domain.
 */
class NhtsaAnswersTest {

    private static final Map<Integer, String> MEMBERS = Map.ofEntries(
            Map.entry(5, "bodyClass"),
            Map.entry(9, "cylinders"),
            Map.entry(11, "displacementCC"),
            Map.entry(13, "displacementL"),
            Map.entry(14, "doors"),
            Map.entry(15, "driveType"),
            Map.entry(18, "engineModel"),
            Map.entry(21, "engineKW"),
            Map.entry(24, "fuelType"),
            Map.entry(25, "gvwrFrom"),
            Map.entry(26, "make"),
            Map.entry(27, "manufacturer"),
            Map.entry(28, "model"),
            Map.entry(31, "plantCity"),
            Map.entry(34, "series"),
            Map.entry(38, "trim"),
            Map.entry(39, "vehicleType"),
            Map.entry(66, "fuelType2"),
            Map.entry(71, "engineHP"),
            Map.entry(75, "plantCountry"),
            Map.entry(77, "plantState"),
            Map.entry(121, "otherRestraint"),
            Map.entry(126, "electrification"),
            Map.entry(129, "otherEngineInfo"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VinDecoder decoder =
            new VinDecoder(ShippedPatterns.shared(), InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")));

    @Test
    void everyMemberOfEveryAnswerIsNhtsas() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode line : lines()) {
            Map<String, Object> expected = plain(line.path("nhtsa"));
            Map<String, Object> found = plain(answer(
                    line.path("vin").asText(),
                    line.hasNonNull("givenYear") ? line.path("givenYear").intValue() : null));
            if (!expected.equals(found)) {
                wrong.add(line.path("vin").asText() + ": " + expected + " is not " + found);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private JsonNode answer(String vin, Integer year) {
        DecodedVin decoded =
                decoder.decode(List.of(new VinDecoder.Question(vin, year))).get(0);
        Map<String, Object> members = new TreeMap<>();
        Map<String, TreeSet<String>> several = new TreeMap<>();
        for (DecodedElement one : decoded.elements()) {
            String name = MEMBERS.get(one.element());
            String value = name == null ? null : decoded.value(one);
            if (value != null && Elements.SEVERAL.contains(one.element())) {
                several.computeIfAbsent(name, first -> new TreeSet<>()).add(value);
            } else if (value != null) {
                members.put(name, value);
            }
        }
        members.putAll(several);
        put(members, "modelYear", decoded.modelYear());
        put(members, "errorCodes", decoded.errorCodes());
        put(members, "suggestedVin", decoded.suggested());
        put(members, "possibleValues", decoded.possible());
        put(members, "descriptor", decoded.descriptor());
        return JSON.valueToTree(members);
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /**
     * With displacements as numbers, and the characters of possible values in one order: NHTSA's own servers differ
     * there.
     */
    private static Map<String, Object> plain(JsonNode answer) {
        Map<String, Object> plain = new TreeMap<>();
        answer.properties()
                .forEach(member -> plain.put(
                        member.getKey(),
                        switch (member.getKey()) {
                            case "displacementL", "displacementCC" ->
                                (double) Math.round(member.getValue().asDouble() * 1e6);
                            case "possibleValues" ->
                                member.getValue()
                                        .asText()
                                        .chars()
                                        .sorted()
                                        .boxed()
                                        .toList();
                            default -> member.getValue();
                        }));
        return plain;
    }

    private static List<JsonNode> lines() throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(NhtsaAnswersTest.class.getResourceAsStream("/vpic/answers.jsonl.gz")),
                StandardCharsets.UTF_8))) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }
}
