package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine and what it needs, as far as all engines agree that it may be; consumption by style where the
 * specifications have it.
 */
final class EngineFacts {

    private static final Pattern LABEL = Pattern.compile("(?i)^(engine|moteur)\\s*:\\s*");
    private static final Pattern LITRES = Pattern.compile("(?i)\\b(\\d{1,2}\\.\\d{1,2}) ?L\\b");
    private static final BigDecimal ROUNDING = new BigDecimal("0.1");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final String MPG = "MPG";
    private static final Set<String> CITY = Set.of("EPA Fuel Economy Est - City", "EPA Fuel Economy Est - City (MPG)");
    private static final Set<String> HIGHWAY = Set.of("EPA Fuel Economy Est - Hwy", "EPA Fuel Economy Est - Hwy (MPG)");
    private static final Set<String> COMBINED =
            Set.of("EPA Combined Fuel Economy", "Fuel Economy Est-Combined (MPG)", "Fuel Economy Est-Combined");
    private static final Set<String> ELECTRIC_CITY = Set.of("EPA MPG Equivalent - City");
    private static final Set<String> ELECTRIC_HIGHWAY = Set.of("EPA MPG Equivalent - Hwy");
    private static final Set<String> ELECTRIC_COMBINED = Set.of("EPA MPG Equivalent - Combined");

    private final NarrowedDescription narrowed;

    EngineFacts(NarrowedDescription narrowed) {
        this.narrowed = narrowed;
    }

    Card.Engine engine() {
        if (narrowed.whole().engines().isEmpty()) {
            return null;
        }
        String aspiration = narrowed.ofEngine(engine -> name(engine.forcedInduction()));
        return new Card.Engine(
                text(),
                narrowed.ofEngine(Engine::cylinders),
                narrowed.ofEngine(EngineFacts::litres),
                ClosedWords.ASPIRATION.of(aspiration),
                aspiration);
    }

    /** The maker's sentence where it is known to be of the engine that it has, else the vendor's type of it. */
    private String text() {
        String sentence = narrowed.oneEngine() ? narrowed.shared(this::sentence) : null;
        return sentence == null ? narrowed.ofEngine(engine -> name(engine.type())) : sentence;
    }

    /** The standard engine's is of another where there are several, or where it says another displacement. */
    private String sentence(Style style) {
        boolean alone = narrowed.whole().engines().size() == 1;
        List<String> texts = narrowed.index().ofEngines().stream()
                .filter(sentence -> NarrowedDescription.of(style, sentence.styleIds()))
                .filter(sentence -> alone || sentence.installed())
                .map(sentence -> LABEL.matcher(sentence.text()).replaceFirst(""))
                .distinct()
                .toList();
        return texts.size() == 1 && agrees(texts.get(0)) ? texts.get(0) : null;
    }

    private boolean agrees(String text) {
        BigDecimal litres = narrowed.ofEngine(EngineFacts::litres);
        Matcher said = LITRES.matcher(text);
        return litres == null
                || !said.find()
                || new BigDecimal(said.group(1)).subtract(litres).abs().compareTo(ROUNDING) <= 0;
    }

    /** True if a sentence begins with the engine. */
    static boolean labelled(String sentence) {
        return LABEL.matcher(sentence).find();
    }

    String fuelText() {
        return narrowed.ofEngine(engine -> name(engine.fuel()));
    }

    /** Engines may have fuels of different texts that are one word. */
    String fuel() {
        return narrowed.ofEngine(engine -> ClosedWords.FUEL.of(name(engine.fuel())));
    }

    String electrification() {
        return narrowed.ofEngine(engine -> ClosedWords.ELECTRIFICATION.of(name(engine.fuel())));
    }

    Card.Figure power() {
        return figure(Engine::horsepower, "hp");
    }

    Card.Figure torque() {
        return figure(Engine::torque, "lb-ft");
    }

    private Card.Figure figure(Function<Engine, Engine.Output> member, String unit) {
        Engine.Output output = narrowed.ofEngine(member);
        return output == null || output.value() == null
                ? null
                : new Card.Figure(plain(output.value()), unit, output.rpm());
    }

    Card.Consumption consumption() {
        List<Set<String>> titles = electric()
                ? List.of(ELECTRIC_CITY, ELECTRIC_HIGHWAY, ELECTRIC_COMBINED)
                : List.of(CITY, HIGHWAY, COMBINED);
        Card.Consumption specified = consumption(
                specified(titles.get(0)),
                specified(titles.get(1)),
                specified(titles.get(2)),
                titles.stream()
                        .map(narrowed::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(MPG));
        return specified != null
                ? specified
                : consumption(
                        ofEngine(Engine.FuelEconomy::city),
                        ofEngine(Engine.FuelEconomy::highway),
                        null,
                        narrowed.ofEngine(engine -> engine.fuelEconomy() == null
                                ? null
                                : engine.fuelEconomy().unit()));
    }

    /** Null where there is no amount, or nothing says of what: the vendor calls that of electric ones MPG too. */
    private Card.Consumption consumption(BigDecimal city, BigDecimal highway, BigDecimal combined, String said) {
        String usual = electric() ? "MPGe" : fuel() == null ? null : MPG;
        String unit = said == null || (said.equalsIgnoreCase(MPG) && electric()) ? usual : said;
        return unit == null || (city == null && highway == null && combined == null)
                ? null
                : new Card.Consumption(city, highway, combined, unit);
    }

    private boolean electric() {
        return "electric".equals(fuel());
    }

    private BigDecimal specified(Set<String> titles) {
        return number(narrowed.shared(style -> narrowed.specification(style, titles)));
    }

    private BigDecimal ofEngine(Function<Engine.FuelEconomy, AmountRange> member) {
        return narrowed.ofEngine(
                engine -> engine.fuelEconomy() == null ? null : only(member.apply(engine.fuelEconomy())));
    }

    /** The amount of a range that is one; null where it is none. */
    static BigDecimal only(AmountRange range) {
        return range == null
                        || range.low() == null
                        || range.high() == null
                        || range.low().compareTo(range.high()) != 0
                ? null
                : plain(range.low());
    }

    /** Without an exponent, however it is written. */
    static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal litres(Engine engine) {
        return listed(engine.displacement()).stream()
                .filter(measure -> measure.unit() != null
                        && measure.unit().toLowerCase(Locale.ROOT).startsWith("lit"))
                .map(Measure::value)
                .map(EngineFacts::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Null where a text is no number. */
    static BigDecimal number(String text) {
        return text == null || !NUMBER.matcher(text.strip()).matches()
                ? null
                : plain(new BigDecimal(text.strip()).stripTrailingZeros());
    }

    private static String name(IdentifiedName named) {
        return named == null ? null : named.name();
    }
}
