package io.vinbridge.sandbox.catalog.models;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Body of a model line: a sedan, or one cab and box of a pickup. Lengths in inches, weight in pounds. */
public record Body(
        int place,
        String kind,
        String builds,
        String name,
        int doors,
        List<IdentifiedString> types,
        String alternative,
        double wheelbase,
        double length,
        double width,
        double height,
        int weight,
        int seats,
        IdentifiedString market) {

    private static final Map<String, List<Body>> BY_KIND = read();

    /** All bodies of a kind, such as the cabs and boxes of a pickup. */
    static List<Body> ofKind(String kind) {
        return BY_KIND.get(kind);
    }

    /** Pickups, vans and chassis cabs. */
    public boolean truck() {
        return builds.equals("pickup") || (builds.equals("van") && !minivan());
    }

    /**
     * ChromeData matches no colored pictures for exotic cars, chassis cabs and cargo vans (ChromeData on the wire,
     * 2.4).
     */
    public boolean colorMatched() {
        return !kind.equals("sports") && !kind.equals("chassis") && !kind.equals("cargo");
    }

    /** The letter for the kind of vehicle within image ids and Acodes: C for a car, S for an SUV, T for a truck. */
    public char letter() {
        return builds.equals("car") ? 'C' : builds.equals("suv") ? 'S' : 'T';
    }

    /** The market class, told apart by drive for everything but cars. */
    public IdentifiedString market(Drive drive) {
        if (builds.equals("car")) {
            return market;
        }
        return drive.allWheels()
                ? new IdentifiedString(market.id() + 1, "4WD " + market.name())
                : new IdentifiedString(market.id(), "2WD " + market.name());
    }

    /** The gross vehicle weight rating in pounds. */
    public int grossWeight() {
        return (int) (weight * (truck() ? 1.55 : 1.3)) / 10 * 10;
    }

    public Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.add(minivan() ? Trait.MINIVAN : truck() ? Trait.TRUCK : Trait.of(builds));
        if (builds.equals("pickup")) {
            traits.add(Trait.PICKUP);
        }
        if (kind.equals("bigsuv") || minivan()) {
            traits.add(Trait.THREEROW);
        }
        switch (kind) {
            case "convertible" -> traits.add(Trait.CONVERTIBLE);
            case "sports", "coupe" -> traits.add(Trait.SPORTY);
            case "offroad" -> traits.add(Trait.OFFROAD);
            default -> {}
        }
        return traits;
    }

    private boolean minivan() {
        return kind.equals("minivan");
    }

    private static Map<String, List<Body>> read() {
        IdentifiedString.Register types = new IdentifiedString.Register(1);
        List<Table.Row> rows = Table.rows("bodies");
        return rows.stream().map(row -> of(rows.indexOf(row), row, types)).collect(Collectors.groupingBy(Body::kind));
    }

    private static Body of(int place, Table.Row row, IdentifiedString.Register types) {
        return new Body(
                place,
                row.text("kind"),
                row.text("builds"),
                row.text("name"),
                row.number("doors"),
                row.list("bodyTypes").stream().map(types::named).toList(),
                row.text("alt"),
                row.decimal("wheelbase"),
                row.decimal("length"),
                row.decimal("width"),
                row.decimal("height"),
                row.number("weight"),
                row.number("seats"),
                new IdentifiedString(row.number("marketClass"), row.text("market")));
    }
}
