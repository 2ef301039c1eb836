package io.vinbridge.sandbox.catalog.models;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An engine or electric drive. Output in horsepower and pound-feet at a speed per minute, tank in US gallons, fuel
 * economy in miles per gallon. An electric one has no cylinders, no displacement and no tank.
 */
public record Engine(
        String key,
        int since,
        IdentifiedString type,
        IdentifiedString fuel,
        int horsepower,
        int horsepowerAt,
        int torque,
        int torqueAt,
        int cylinders,
        double litres,
        int cubicInches,
        int city,
        int highway,
        double tank,
        IdentifiedString induction) {

    private static final int TODAY = 2024;
    private static final Map<String, Engine> BY_KEY = read();

    static Engine of(String key) {
        return BY_KEY.get(key);
    }

    public boolean electric() {
        return cylinders == 0;
    }

    /** The same engine as it was in a model year: older ones had less output and used more fuel. */
    public Engine in(int year) {
        double share = electric() ? 1 : Math.max(0.55, 1 - 0.011 * Math.max(0, TODAY - year));
        return new Engine(
                key,
                since,
                type,
                fuel,
                (int) (horsepower * share),
                horsepowerAt,
                (int) (torque * share),
                torqueAt,
                cylinders,
                litres,
                cubicInches,
                (int) (city * (0.6 + 0.4 * share)),
                (int) (highway * (0.6 + 0.4 * share)),
                tank,
                induction);
    }

    /** Spelling of the engine in equipment and specifications, such as {@code Turbocharged I-4 2.0 L/122}. */
    public String description() {
        if (electric()) {
            return "Electric, " + horsepower + " hp";
        }
        String kind = induction == null ? fuel.name().replace(" Fuel", "") : induction.name();
        char layout = key.startsWith("v") ? 'V' : key.startsWith("h") ? 'H' : 'I';
        return kind + " " + layout + "-" + cylinders + " " + displacement();
    }

    /** Litres and cubic inches, as in {@code 2.0 L/122}; a dash for an electric one. */
    public String displacement() {
        return electric() ? "-" : litres + " L/" + cubicInches;
    }

    public Set<Trait> traits() {
        Set<Trait> traits = EnumSet.of(cylinderTrait(), fuelTrait());
        if (induction != null) {
            traits.add(Trait.TURBO);
        }
        return traits;
    }

    private Trait cylinderTrait() {
        return switch (cylinders) {
            case 0 -> Trait.ELECTRIC;
            case 3 -> Trait.I3;
            case 4 -> Trait.I4;
            case 5 -> Trait.I5;
            case 6 -> Trait.V6;
            case 8 -> Trait.V8;
            case 10 -> Trait.V10;
            default -> Trait.V12;
        };
    }

    private Trait fuelTrait() {
        return switch (fuel.name()) {
            case "Diesel Fuel" -> Trait.DIESEL;
            case "Electric Fuel System" -> Trait.ELECTRIC;
            case "Gas/Electric Hybrid", "Plug-In Electric/Gas" -> Trait.HYBRID;
            default -> Trait.GASOLINE;
        };
    }

    private static Map<String, Engine> read() {
        IdentifiedString.Register types = new IdentifiedString.Register(1);
        IdentifiedString.Register fuels = new IdentifiedString.Register(1);
        IdentifiedString.Register inductions = new IdentifiedString.Register(1);
        Map<String, Engine> byKey = new HashMap<>();
        for (Table.Row row : Table.rows("engines")) {
            byKey.put(row.text("key"), of(row, types, fuels, inductions));
        }
        return byKey;
    }

    private static Engine of(
            Table.Row row,
            IdentifiedString.Register types,
            IdentifiedString.Register fuels,
            IdentifiedString.Register inductions) {
        return new Engine(
                row.text("key"),
                row.number("since"),
                types.named(row.text("type")),
                fuels.named(row.text("fuel")),
                row.number("hp"),
                row.number("hpAt"),
                row.number("torque"),
                row.number("torqueAt"),
                row.number("cylinders"),
                row.decimal("litres"),
                row.number("cubicIn"),
                row.number("city"),
                row.number("hwy"),
                row.decimal("tank"),
                row.blank("induction") ? null : inductions.named(row.text("induction")));
    }
}
