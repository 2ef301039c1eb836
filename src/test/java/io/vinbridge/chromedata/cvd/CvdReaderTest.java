package io.vinbridge.chromedata.cvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.notices.BuildRecord;
import io.vinbridge.vehicles.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an answer of CVD, and what is not. */
class CvdReaderTest {

    private static final String ANSWER = """
            {"error": false, "message": "", "copyright": "2026", "executionTimeMS": 12, "result": {
              "vinSubmitted": "1HGCM82633A004352", "vinProcessed": "1HGCM82633A004352", "validVin": true, "source": "C",
              "year": "2024", "make": "Honda", "model": "Accord", "modelID": "27123", "buildMSRP": 0.0, "buildDate": "",
              "language": "en_US", "optionCodes": [],
              "vehicles": [
                {"styleId": 349411, "styleDescription": "4dr Sdn LX", "trim": "LX", "baseMSRP": 27895.0, "baseInvoice": "26095",
                 "destinationCharge": 1095, "driveType": "FWD", "bodyType": "Sedan", "doors": 4, "mfrModelCode": "CY1F2", "country": "US",
                 "segment": ["Mid-Size"], "standardGVWR": 4343},
                {"styleId": "349412", "styleDescription": "4dr Sdn EX", "trim": "EX", "baseMSRP": "30195.50", "driveType": "4WD",
                 "bodyType": "Sedan", "doors": "4", "country": "US"}],
              "exteriorColors": [{"colorCode": "NH883P", "description": "Platinum White", "genericDesc": "White", "styles": ["349411", 349412],
                 "rgbValue": "235,225,203", "type": 1, "primary": true, "installCause": "A"}],
              "interiorColors": {"colorCode": "BK", "description": "Black Cloth", "genericDesc": "Black", "styles": 349411},
              "features": [{"id": "10200", "sectionId": 7, "sectionName": "Comfort", "name": "Air Conditioning", "description": "Dual zone",
                 "adsCategoryIds": [1079], "adsCategoryIdDescriptions": ["A/C"], "adsTypeIds": [11], "adsTypeIdDescriptions": ["Climate"],
                 "styles": [{"styleIds": [349411, 349412], "installCause": "S", "isStandard": true}],
                 "benefitStatement": [{"title": "Cool", "definition": "Two zones", "statement": "Each as they like"}]}],
              "techSpecs": [{"id": 30400, "sectionName": "Engine", "name": "Horsepower",
                 "UnitsOfMeasureAndValues": {"UnitOfMeasure": "hp", "Value": 192},
                 "styles": [{"styleIds": [349411, 349412]}]}],
              "packages": [{"id": 1, "name": "Sport Package", "adsCategoryIds": [1210], "styles": [{"styleIds": [349412], "installCause": "A"}],
                 "optionDetails": [{"optionCode": "SP1", "group": "Exterior", "msrp": 1500, "invoice": 1380, "content": ["Spoiler", "Wheels"]}]}],
              "optionCodeContent": [{"optionCode": "HT", "altOptionCode": "2HT", "group": "Seating", "msrp": "450.0",
                 "optionDescription": "Heated seats", "installCause": "A", "isStandard": "false", "styles": [349411]}],
              "safetyInfo": [{"source": "NHTSA Crash Data", "value": "5 Star", "condition": "Female", "styles": [349411]}],
              "recallInfo": [{"recallId": 77, "campaignNo": "24V123000", "component": "AIR BAGS", "recallType": "V", "styles": [349411]}],
              "additionalBuildData": []
            }}""";

    private final UnreadMembers unread = new UnreadMembers();
    private final CvdReader reader = new CvdReader(unread);

    @Test
    void readsVehiclesAsStyles() throws IOException {
        Description description = read(ANSWER).described().description();

        assertThat(description.common().make()).isEqualTo("Honda");
        assertThat(description.common().modelYear()).isEqualTo(2024);
        assertThat(description.common().manufacturerIdentifier()).isEqualTo("1HG");
        assertThat(description.styles()).extracting(Style::id).containsExactly(349411, 349412);
        Style first = description.styles().get(0);
        assertThat(first.nameWithoutTrim()).isEqualTo("4dr Sdn");
        assertThat(first.drivetrain()).isEqualTo("Front Wheel Drive");
        assertThat(first.model().id()).isEqualTo(27123);
        assertThat(first.price().msrp()).isEqualByComparingTo("27895");
        assertThat(first.price().invoice()).isEqualByComparingTo("26095");
        assertThat(description.styles().get(1).drivetrain()).isEqualTo("Four Wheel Drive");
        assertThat(description.price().msrp().high()).isEqualByComparingTo("30195.5");
    }

    @Test
    void readsColorsFeaturesSpecificationsAndOptions() throws IOException {
        Description description = read(ANSWER).described().description();

        assertThat(description.exteriorColors())
                .containsExactly(new Color(
                        "NH883P",
                        "Platinum White",
                        "EBE1CB",
                        List.of(new Color.GenericColor("White", true, null)),
                        List.of(349411, 349412),
                        null,
                        "body"));
        assertThat(description.interiorColors()).hasSize(1);
        assertThat(description.equipment()).hasSize(1);
        assertThat(description.equipment().get(0).categories()).containsExactly(new Category(1079, null));
        assertThat(description.equipment().get(0).installed()).isEqualTo(new InstallationCause("BaseEquipment", "S"));
        assertThat(description.genericEquipment().get(0).definition().type().name())
                .isEqualTo("Climate");
        assertThat(description.benefits().get(0).statement()).isEqualTo("Each as they like");
        assertThat(description.specifications().get(0).definition().unit()).isEqualTo("hp");
        assertThat(description.specifications().get(0).values().get(0).value()).isEqualTo("192");
        assertThat(description.options()).extracting(Option::oemCode).containsExactly("HT", "SP1");
        assertThat(description.options().get(1).descriptions()).containsExactly("Sport Package", "Spoiler", "Wheels");
        assertThat(description.options().get(0).price().msrp().low()).isEqualByComparingTo("450");
        assertThat(description.recalls().get(0).id()).isEqualTo("77");
        assertThat(description.safetyRatings().get(0).value()).isEqualTo("5 Star");
        assertThat(description.build()).isNull();
        assertThat(unread.counts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C, '', false",
        "E, '', false",
        "S, '', false",
        "B, '', true",
        "V, '', true",
        "X, '', true",
        "E, '\"buildMSRP\": 31000', true",
        "E, '\"buildDate\": \"05/03/2024\"', true",
        "C, '\"optionCodes\": [\"HT\"]', true",
        "E, '\"exteriorColors\": [{\"colorCode\": \"NH\", \"installCause\": \"B\"}]', true",
        "E, '\"additionalBuildData\": {\"label\": \"Plant\", \"value\": \"M\"}', true",
    })
    void sharesOnlyWhatHasNothingOfTheVin(String source, String more, boolean forOneVin) throws IOException {
        DescribeResult described =
                read("{\"result\": {\"validVin\": true, \"source\": \"%s\", \"make\": \"Honda\", \"model\": \"Fit\"%s}}"
                                .formatted(source, more.isEmpty() ? "" : ", " + more))
                        .described();

        assertThat(described.forOneVin()).isEqualTo(forOneVin);
        assertThat(described.description().build() != null)
                .isEqualTo((forOneVin && more.contains("uild")) || more.contains("optionCodes"));
    }

    /** However the cause is spelled, and whichever of the groups says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"optionCodeContent\": [{\"optionCode\": \"A\", \"styles\": [{\"styleIds\": [1], \"installCause\": \"A\"}, {\"styleIds\": [2], \"installCause\": \"B\"}]}]",
                "\"packages\": [{\"name\": \"P\", \"optionDetails\": {\"optionCode\": \"A\"}, \"styles\": [{\"styleIds\": [1], \"installCause\": \"A\"}, {\"styleIds\": [2], \"installCause\": \"b\"}]}]",
                "\"features\": [{\"name\": \"F\", \"styles\": {\"styleIds\": 1, \"InstallCause\": \"Build\"}}]",
                "\"techSpecs\": [{\"name\": \"T\", \"installCause\": \"BUILD\"}]",
            })
    void sharesNoWordOfTheFactorysInWhateverGroup(String member) throws IOException {
        assertThat(read("{\"result\": {\"source\": \"C\", \"make\": \"Honda\", \"model\": \"Fit\", " + member + "}}")
                        .described()
                        .forOneVin())
                .isTrue();
    }

    @Test
    void saysOfNoStyleThatItHasWhatAnotherHas() throws IOException {
        Description description = read("""
                {"result": {"make": "Honda", "model": "Fit", "vehicles": [{"styleId": 1}, {"styleId": 2}],
                 "features": [{"name": "Roof", "adsCategoryIds": [9], "adsCategoryIdDescriptions": ["Roof"], "styles": [
                   {"styleIds": [1], "installCause": "S"}, {"styleIds": [2], "installCause": "A"}, {"styleIds": [3], "installCause": "X"}]}],
                 "optionCodeContent": [{"optionCode": "R", "msrp": 900, "styles": [
                   {"styleIds": [1], "installCause": "S"}, {"styleIds": [2], "installCause": "A"}]}]}}""").described().description();

        assertThat(description.genericEquipment())
                .extracting(GenericEquipment::styleIds, one -> one.installed() != null)
                .containsExactlyInAnyOrder(tuple(List.of(1), true), tuple(List.of(2, 3), false));
        assertThat(description.options())
                .extracting(Option::styleIds, one -> one.installed() != null)
                .containsExactlyInAnyOrder(tuple(List.of(1), true), tuple(List.of(2), false));
        assertThat(description.equipment()).extracting(Equipment::styleIds).containsExactly(List.of(1));
    }

    /** The others would be taken for the only candidates, and one of them for the style of the vehicle. */
    @ParameterizedTest
    @ValueSource(strings = {"\"349,411\"", "null", "0", "-1", "4.5", "true", "\"\""})
    void namesNoStyleWhereOneHasNoNumber(String id) throws IOException {
        Description description = read("""
                {"result": {"make": "Honda", "model": "Fit", "vehicles": [{"styleId": %s, "trim": "EX"}, {"styleId": 2, "trim": "LX"}]}}""".formatted(id)).described().description();

        assertThat(description.styles()).isEmpty();
        assertThat(description.common().trim()).isNull();
        assertThat(description.common().make()).isEqualTo("Honda");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"x\", 13] | [\"A\", null]",
                "[12, 13]    | [null, \"B\"]",
                "[12, 13]    | [\"A\"]",
                "[null, 13]  | [\"A\", \"\"]",
            })
    void pairsNoCategoryWithTheNameOfAnother(String ids, String names) throws IOException {
        Description description = read("""
                {"result": {"make": "Honda", "model": "Fit", "features": [{"name": "F", "styles": [{"styleIds": [1], "installCause": "S"}],
                 "adsCategoryIds": %s, "adsCategoryIdDescriptions": %s}]}}""".formatted(ids, names)).described().description();

        assertThat(description.genericEquipment()).isNotEmpty().allMatch(one -> one.definition() == null);
    }

    @Test
    void mixesNoTwoResults() {
        assertThatThrownBy(() -> read("""
                {"result": [{"make": "Honda", "model": "Fit", "vehicles": {"styleId": 1}}, {"make": "Kia", "model": "Rio", "vehicles": {"styleId": 2}}]}""")).isInstanceOf(CvdReader.NoAnswer.class);
    }

    @Test
    void keepsTheFactorysRecord() throws IOException {
        Description description = read("""
                        {"result": {"source": "B", "make": "Honda", "model": "Fit", "buildMSRP": 31000.0, "buildDate": "05/03/2024",
                         "buildSource": "OEM", "optionCodes": ["HT"],
                         "additionalBuildData": [{"label": "Paint", "description": "d", "value": "v", "msrp": 395, "invoice": 300}]}}""").described().description();

        assertThat(description.build())
                .isEqualTo(new BuildRecord(
                        "05/03/2024",
                        new BigDecimal("3.1E+4"),
                        "OEM",
                        List.of("HT"),
                        List.of(new BuildRecord.Item(
                                "Paint", "d", "v", new BigDecimal("395"), new BigDecimal("3E+2")))));
        assertThat(description.common().builtMsrp()).isEqualByComparingTo("31000");
    }

    @Test
    void countsWhatItDoesNotKnowByPath() throws IOException {
        read("""
                {"result": {"make": "Honda", "model": "Fit", "hovercraft": 1, "year": "MMXXIV",
                 "vehicles": [{"styleId": 1, "eels": []}, {"styleId": 2, "eels": []}]}}""");

        assertThat(unread.counts())
                .containsEntry("result[].hovercraft", 1L)
                .containsEntry("result[].vehicles[].eels", 2L)
                .containsEntry("result[].year (string)", 1L)
                .hasSize(3);
        assertThat(unread.inWords()).isEqualTo("unread: 3 members");
    }

    @Test
    void countsNoMoreThanAHundredPaths() throws IOException {
        StringBuilder many = new StringBuilder("{\"result\": {\"make\": \"Honda\"");
        for (int member = 0; member < 500; member++) {
            many.append(", \"m").append(member).append("\": ").append(member);
        }

        read(many.append("}}").toString());

        assertThat(unread.counts()).hasSize(101).containsEntry("(others)", 400L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": true, \"message\": \"no way\"}                    | no way",
                "{\"error\": \"true\", \"message\": \"no way\"}                | no way",
                "{\"error\": \"Requested endpoint is forbidden\"}              | Requested endpoint is forbidden",
                "{\"error\": {\"code\": 7, \"message\": \"broken\"}}            | broken; 7",
                "{\"error\": true}                                             | an error without a message",
            })
    void tellsAnErrorInAnAnswer(String json, String error) throws IOException {
        assertThat(read(json).error()).isEqualTo(error);
        assertThat(read(json).described()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": false}",
                "{\"error\": \"false\"}",
                "{\"error\": \"\", \"result\": {}}",
                "{\"error\": null, \"result\": {}}"
            })
    void describesNothingWhereThereIsNothing(String json) throws IOException {
        assertThat(read(json).error()).isNull();
        assertThat(read(json).described()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html></html>",
                "{\"result\": {\"make\": ",
                "null",
                "{\"hello\": 1}",
                "{\"result\": {}} x"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    /** Whatever becomes of the members: no error, and no number that was not there. */
    @Property(tries = 300)
    void readsAnyJsonOfTheShapeWithoutAWrongNumber(@ForAll Random random, @ForAll @IntRange(max = 60) int percent)
            throws IOException {
        JsonNode intact = CvdReader.JSON.readTree(ANSWER);
        JsonNode mutated = mutated(intact, random, percent);
        ObjectNode answer = mutated.isObject() ? (ObjectNode) mutated : JsonNodeFactory.instance.objectNode();
        answer.remove("error");
        if (!answer.hasNonNull("message")) {
            answer.put("message", "");
        }

        CvdReply reply = reader.read(answer);

        if (reply.described() != null) {
            Set<BigDecimal> there = new HashSet<>(Set.of(BigDecimal.ZERO));
            gather(intact, there);
            JsonNode written =
                    CanonicalJson.read(CanonicalJson.write(reply.described().description()), JsonNode.class);
            Set<BigDecimal> read = new HashSet<>();
            gather(written, read);
            assertThat(there).containsAll(read);
            for (Style style : reply.described().description().styles()) {
                boolean priced = style.price() != null && style.price().msrp() != null;
                if (priced) {
                    assertThat(style.price().msrp().toPlainString())
                            .isEqualTo(style.id() == 349411 ? "27895" : "30195.5");
                }
            }
        }
    }

    /** The order in which a service writes things is no difference. */
    @Property(tries = 100)
    void readsShuffledJsonAsTheSame(@ForAll Random random) throws IOException {
        JsonNode intact = CvdReader.JSON.readTree(ANSWER);

        DescribeResult shuffled = reader.read(shuffled(intact, random)).described();

        assertThat(CanonicalJson.text(shuffled.description()))
                .isEqualTo(CanonicalJson.text(reader.read(intact).described().description()));
    }

    private CvdReply read(String json) throws IOException {
        return reader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void gather(JsonNode node, Set<BigDecimal> numbers) {
        if (node.isNumber()) {
            numbers.add(node.decimalValue().stripTrailingZeros());
        } else if (node.isTextual() && node.textValue().matches("[0-9]+(\\.[0-9]+)?")) {
            numbers.add(new BigDecimal(node.textValue()).stripTrailingZeros());
        }
        node.forEach(inside -> gather(inside, numbers));
    }

    private static JsonNode mutated(JsonNode node, Random random, int percent) {
        if (random.nextInt(100) < percent / 4) {
            return otherwise(node, random);
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                if (random.nextInt(100) >= percent / 4) {
                    String name =
                            random.nextInt(100) < percent ? member.getKey().toUpperCase(Locale.ROOT) : member.getKey();
                    object.set(name, mutated(member.getValue(), random, percent));
                }
            });
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> array.add(mutated(one, random, percent)));
            return array;
        }
        return node;
    }

    /** What could be misread as a number that was never there, or is of another type. */
    private static JsonNode otherwise(JsonNode node, Random random) {
        JsonNodeFactory of = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> of.nullNode();
            case 1 -> of.booleanNode(true);
            case 2 -> of.textNode("8,765");
            case 3 -> of.textNode("8765abc");
            case 4 -> of.textNode("1e999999999");
            case 5 -> of.numberNode(new BigDecimal("1e900"));
            case 6 -> of.objectNode().put("a", "8765x");
            case 7 ->
                node.isNumber() ? of.textNode(node.asText()) : of.arrayNode().add(node);
            default -> of.textNode("");
        };
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            names.forEach(name -> object.set(name, shuffled(node.get(name), random)));
            return object;
        }
        if (node.isArray()) {
            List<JsonNode> entries = new ArrayList<>();
            boolean texts = node.size() > 0 && node.get(0).isTextual();
            node.forEach(one -> entries.add(shuffled(one, random)));
            if (!texts) {
                Collections.shuffle(entries, random);
            }
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            entries.forEach(array::add);
            return array;
        }
        return node;
    }
}
