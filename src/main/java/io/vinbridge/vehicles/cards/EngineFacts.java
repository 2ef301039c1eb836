package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.Measure;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The engine and what it needs, as far as all engines agree that it may be; consumption by style where the
 * specifications have it.
 */
final class EngineFacts {

    private static final Pattern LABEL = Pattern.compile("(?i)^(engine|moteur)\\s*:\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
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

    /** The maker's sentence where it is known which engine it is, else the vendor's type of it. */
    private String text() {
        String sentence = narrowed.oneEngine()
                ? narrowed.shared(
                        style -> NarrowedDescription.texts(narrowed.index().ofEngines(), style).stream()
                                .map(text -> LABEL.matcher(text).replaceFirst(""))
                                .findFirst()
                                .orElse(null))
                : null;
        return sentence == null ? narrowed.ofEngine(engine -> name(engine.type())) : sentence;
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
        boolean electric = "electric".equals(fuel());
        Set<String> cityTitles = electric ? ELECTRIC_CITY : CITY;
        String specified = narrowed.unit(cityTitles);
        BigDecimal city = specified(cityTitles);
        BigDecimal highway = specified(electric ? ELECTRIC_HIGHWAY : HIGHWAY);
        BigDecimal combined = specified(electric ? ELECTRIC_COMBINED : COMBINED);
        String unit = specified;
        if (city == null && highway == null && combined == null) {
            city = ofEngine(Engine.FuelEconomy::city);
            highway = ofEngine(Engine.FuelEconomy::highway);
            unit = narrowed.ofEngine(engine ->
                    engine.fuelEconomy() == null ? null : engine.fuelEconomy().unit());
        }
        return city == null && highway == null && combined == null
                ? null
                : new Card.Consumption(city, highway, combined, unit == null ? "MPG" : unit);
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
