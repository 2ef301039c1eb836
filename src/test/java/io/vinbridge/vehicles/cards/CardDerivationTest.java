package io.vinbridge.vehicles.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.testing.RecordedAnswers;
import io.vinbridge.testing.SandboxAnswers;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.documents.Document;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each member of a card is right, or null. */
class CardDerivationTest {

    private static SandboxAnswers answers;

    @BeforeAll
    static void start() {
        answers = new SandboxAnswers();
    }

    @AfterAll
    static void stop() {
        answers.close();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void saysOfEachVehicleWhatTheTableExpects(Map<String, String> expected) {
        Description description =
                answers.describe(expected.get("vin"), expected.get("version"), expected.get("country"));

        Card card = CardDerivation.of(description, null);

        Map<String, String> said = new LinkedHashMap<>(expected);
        said.replaceAll((column, value) -> List.of("vin", "version", "country").contains(column)
                ? value
                : text(column(column).apply(card)));
        assertThat(said).isEqualTo(expected);
        int bytes = CanonicalJson.write(card).length;
        assertThat(bytes).as("bytes").isBetween(600, 3_000);
    }

    static Stream<Map<String, String>> expectations() throws IOException {
        try (InputStream table = CardDerivationTest.class.getResourceAsStream("/cards/expectations.txt")) {
            List<List<String>> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
            return rows.stream().skip(1).map(row -> {
                Map<String, String> expected = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    expected.put(rows.get(0).get(i), row.get(i));
                }
                return expected;
            });
        }
    }

    private static Function<Card, Object> column(String name) {
        return switch (name) {
            case "year" -> Card::year;
            case "make" -> Card::make;
            case "model" -> Card::model;
            case "trim" -> Card::trim;
            case "styleName" -> Card::styleName;
            case "body" -> Card::body;
            case "doors" -> Card::doors;
            case "seats" -> Card::seats;
            case "drivetrain" -> Card::drivetrain;
            case "transmission" -> card -> of(card.transmission(), Card.Transmission::kind);
            case "speeds" -> card -> of(card.transmission(), Card.Transmission::speeds);
            case "cylinders" -> card -> of(card.engine(), Card.Engine::cylinders);
            case "litres" -> card -> of(card.engine(), Card.Engine::litres);
            case "aspiration" -> card -> of(card.engine(), Card.Engine::aspiration);
            case "fuel" -> Card::fuel;
            case "electrification" -> Card::electrification;
            case "hp" -> card -> of(card.power(), Card.Figure::value);
            case "lbft" -> card -> of(card.torque(), Card.Figure::value);
            case "city" -> card -> of(card.consumption(), Card.Consumption::city);
            case "highway" -> card -> of(card.consumption(), Card.Consumption::highway);
            case "msrp" -> card -> card.price().msrp();
            case "invoice" -> card -> card.price().invoice();
            case "destination" -> card -> card.price().destination();
            case "currency" -> card -> card.price().currency();
            case "candidates" -> card -> Math.max(1, card.candidates().size());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static <T> Object of(T part, Function<T, Object> member) {
        return part == null ? null : member.apply(part);
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Test
    void takesTheEngineThatIsInstalledAmongSeveral() {
        Card card = CardDerivation.of(RecordedAnswers.twoStyles(), 435601);

        assertThat(card.engine().cylinders()).isEqualTo(8);
        assertThat(card.engine().litres()).isEqualByComparingTo("5");
        assertThat(card.fuel()).isEqualTo("gasoline");
        assertThat(card.power()).isEqualTo(new Card.Figure(new BigDecimal("400"), "hp", 6000));
        assertThat(card.highlights()).isEmpty();
        assertThat(card.candidates()).isEmpty();
    }

    @Test
    void namesNoEngineByASentenceThatMayBeOfAnother() {
        String standard = "<description>Engine: 5.0L V8</description><category id=\"1052\"/><category id=\"1104\""
                + " removed=\"true\"/><styleId>435602</styleId><styleId>435601</styleId><installed cause=\"Engine\"/>";
        String base = standard.replace("<installed cause=\"Engine\"/>", "");
        String other = standard.replace("5.0L V8", "3.5L V6");
        String electric = "<engine><engineType id=\"29\">Electric Motor";

        assertThat(engine(standard, standard)).isEqualTo("5.0L V8");
        assertThat(engine(standard, base)).isEqualTo("V8 Cylinder Engine");
        assertThat(engine(standard, other)).isEqualTo("V8 Cylinder Engine");
        assertThat(engine(standard, standard + "</standard><standard>" + standard.replace("5.0L V8", "5.0L FFV V8")))
                .isEqualTo("V8 Cylinder Engine");
        assertThat(engine("<installed cause=\"VIN\" detail=\"F\"/></engine>", "</engine>"))
                .isNull();
        assertThat(engine(electric, electric)).isEqualTo("5.0L V8");
    }

    private static String engine(String text, String other) {
        return CardDerivation.of(RecordedAnswers.twoStyles(text, other), 435601)
                .engine()
                .text();
    }

    @Test
    void countsConsumptionOfAnElectricVehicleByWhatItIsWorth() {
        String fuel = "<fuelType id=\"2\">Gasoline Fuel";
        String electric = "<fuelType id=\"8\">Electric Fuel System";
        String unit = "<fuelEconomy unit=\"MPG\">";

        assertThat(consumption(Map.of(fuel, fuel)).unit()).isEqualTo("MPG");
        assertThat(consumption(Map.of(fuel, electric)).unit()).isEqualTo("MPGe");
        assertThat(consumption(Map.of(fuel, electric, unit, "<fuelEconomy>")).unit())
                .isEqualTo("MPGe");
        assertThat(consumption(Map.of(fuel, electric, unit, "<fuelEconomy unit=\"Le/100 km\">"))
                        .unit())
                .isEqualTo("Le/100 km");
        assertThat(consumption(Map.of(fuel, "<fuelType id=\"2\">", unit, "<fuelEconomy>")))
                .isNull();
    }

    private static Card.Consumption consumption(Map<String, String> others) {
        return CardDerivation.of(RecordedAnswers.twoStyles(others), 435601).consumption();
    }

    @Test
    void takesAColourThatACallerSaidForNoKnownOne() {
        Card said = CardDerivation.of(RecordedAnswers.twoStyles(), 435601);
        Card built = CardDerivation.of(
                RecordedAnswers.twoStyles(
                        "<styleId>435602</styleId><styleId>435601</styleId></exteriorColor>",
                        "<styleId>435602</styleId><styleId>435601</styleId><installed cause=\"ExteriorColorBuild\"/></exteriorColor>"),
                435601);

        assertThat(said.exteriorColor()).isNull();
        assertThat(built.exteriorColor()).isEqualTo(new Card.Paint("Race Red", "PQ", "#C8102E", "red", "built"));
    }

    @Test
    void readsTheDrivenWheelsOfAFrenchAnswerFromItsVin() {
        Description french = RecordedAnswers.twoStyles(" drivetrain=\"Four Wheel Drive\"", " ");

        assertThat(CardDerivation.of(french, null).drivetrain()).isEqualTo("4wd");
    }

    @Test
    void derivesCardsAndStylesWhateverTextIsMissing() {
        Set<String> texts = Pattern.compile(">[^<>]*\\w[^<>]*<")
                .matcher(RecordedAnswers.xml("describe-7c-two-styles"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        for (String text : texts) {
            Description description = RecordedAnswers.twoStyles(text, "><");
            Description stored = Document.of(Document.of(description).content()).description();

            assertThatCode(() -> {
                        OfferedCard.all(description);
                        OfferedCard.all(stored);
                        stored.styles().forEach(style -> StyleDerivation.of(stored, style.id()));
                    })
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void takesNoPriceThatIsUnknownOrNothing() {
        Card unknown = CardDerivation.of(
                RecordedAnswers.twoStyles(
                        "unknown=\"false\" invoice=\"43000.0\"", "unknown=\"true\" invoice=\"43000.0\""),
                435601);
        Card nothing = CardDerivation.of(RecordedAnswers.twoStyles("msrp=\"45200.0\"", "msrp=\"0.0\""), 435601);

        assertThat(unknown.price().msrp()).isNull();
        assertThat(nothing.price().msrp()).isNull();
        assertThat(nothing.price().destination()).isEqualByComparingTo("1795");
    }

    @ParameterizedTest
    @CsvSource({
        "transmission, 8-Speed Automatic w/OD, automatic",
        "transmission, '7-Speed Auto-Shift Manual w/OD', automated-manual",
        "transmission, '6-speed DSG automatic transmission', dual-clutch",
        "transmission, 'Transmission, Xtronic CVT (Continuously Variable)', cvt",
        "transmission, 'Boîte de vitesses : manuelle à 6 rapports', manual",
        "transmission, Single-Speed Direct Drive, automatic",
        "body, Véhicule utilitaire sport, suv",
        "body, 'Mini-van, Passenger', minivan",
        "body, 'Mini-van, Cargo', cargo-van",
        "body, Full-size Passenger Van, passenger-van",
        "body, Berline 4 portes, sedan",
        "drivetrain, Traction intégrale, awd",
        "drivetrain, Traction avant, fwd",
        "fuel, Plug-In Electric/Gas, gasoline",
        "fuel, Gas/CNG, bi-fuel",
        "fuel, Natural Gas Fuel, natural-gas",
        "fuel, Moteur électrique, electric",
        "electrification, Plug-In Electric/Gas, plug-in-hybrid",
        "electrification, Gasoline Fuel,",
        "electrification, Electric Fuel System, battery-electric",
        "aspiration, none, naturally-aspirated",
        "aspiration, Intercooled Turbo, turbocharged",
        "aspiration, Roots Supercharged, supercharged",
    })
    void readsTheVendorsTextAsAWordOfTheList(String list, String text, String word) {
        assertThat(words(list).of(text)).isEqualTo(word);
    }

    private static ClosedWords words(String list) {
        return switch (list) {
            case "body" -> ClosedWords.BODY;
            case "drivetrain" -> ClosedWords.DRIVETRAIN;
            case "fuel" -> ClosedWords.FUEL;
            case "electrification" -> ClosedWords.ELECTRIFICATION;
            case "aspiration" -> ClosedWords.ASPIRATION;
            default -> ClosedWords.TRANSMISSION;
        };
    }
}
