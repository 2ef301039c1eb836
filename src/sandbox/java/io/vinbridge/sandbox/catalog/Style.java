package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Body;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.Drive;
import io.vinbridge.sandbox.catalog.models.Engine;
import io.vinbridge.sandbox.catalog.models.LineUp;
import io.vinbridge.sandbox.catalog.models.ModelLine;
import io.vinbridge.sandbox.catalog.models.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A style: one model year of a model in one body, drive and trim, as it is priced and sold in a country (ChromeData on
 * the wire, 1.4.1). Equal ids and revisions give equal styles.
 */
public final class Style {
    private static final int MODERN_FROM = 2010;

    private final StyleId id;
    private final ModelLine line;
    private final LineUp.Offer offer;
    private final int revision;
    private final Engine engine;
    private final Transmission transmission;
    private final Set<Trait> traits;

    Style(StyleId id, LineUp.Offer offer, int revision) {
        this.id = id;
        this.line = id.model().modelLine();
        this.offer = offer;
        this.revision = revision;
        this.engine = chosenEngine();
        this.transmission = Transmission.of(this);
        this.traits = allTraits();
    }

    public StyleId id() {
        return id;
    }

    public int year() {
        return id.model().year();
    }

    public ModelLine line() {
        return line;
    }

    public Body body() {
        return offer.body();
    }

    public Drive drive() {
        return offer.drive();
    }

    public Engine engine() {
        return engine;
    }

    public Transmission transmission() {
        return transmission;
    }

    /** The number of the data build that last changed the style, 0 for one that is as it was first published. */
    public int revision() {
        return revision;
    }

    /** The trim's place among the trims of the line, from plain to rich. */
    public int rank() {
        return offer.rank();
    }

    /** The trim, empty where the plainest style has none. */
    public String trim() {
        return line.trims().get(offer.rank());
    }

    /** Such as {@code 4WD Crew Cab 145"} or {@code 4dr Sdn FWD}. */
    public String nameWithoutTrim() {
        String drive = offer.drive().inStyleName(body());
        return body().builds().equals("pickup")
                ? drive + " " + body().name() + " " + Math.round(wheelbase()) + "\""
                : body().doors() + "dr " + body().name() + " " + drive;
    }

    public String name() {
        return trim().isEmpty() ? nameWithoutTrim() : nameWithoutTrim() + " " + trim();
    }

    /** The wheelbase in inches; it differs a little between lines of the same body. */
    public double wheelbase() {
        return Math.round((body().wheelbase()
                                + Draw.of("wheelbase").with(line.place()).below(60) / 10.0)
                        * 10)
                / 10.0;
    }

    public String manufacturerCode() {
        Draw draw = Draw.of("model code").with(id.model().number()).with(id.place());
        return line.division().code().charAt(0) + draw.code(2 + line.place() % 4) + (char) ('A' + id.place());
    }

    /** The style's name at Autodata. */
    public String acode() {
        return Acode.of(this);
    }

    public Price price() {
        return Price.of(id, line, offer, revision);
    }

    /** Sold to fleets alone. */
    public boolean fleetOnly() {
        return rank() == 0
                && body().truck()
                && Draw.of("fleet").with(id.model().number()).with(id.place()).chance(0.1);
    }

    /** Sold to fleets too. */
    public boolean fleet() {
        return fleetOnly() || rank() == 0;
    }

    /** Sold in some states or provinces alone. */
    public boolean regional() {
        return Draw.of("regional").with(id.model().number()).with(id.place()).chance(0.02);
    }

    public List<Paint> paints() {
        return Paint.of(this);
    }

    public List<Upholstery> upholsteries() {
        return Upholstery.of(this);
    }

    public boolean hasAll(Set<Trait> needed) {
        return traits.containsAll(needed);
    }

    private Engine chosenEngine() {
        List<Engine> sold = line.engines().stream()
                .filter(engine -> engine.since() <= year())
                .toList();
        if (sold.isEmpty()) {
            return line.engines().get(0).in(year());
        }
        int trims = line.trims().size();
        return sold.get(offer.rank() * sold.size() / trims).in(year());
    }

    private Set<Trait> allTraits() {
        Set<Trait> all = EnumSet.of(Trait.ALL, drive().trait(), transmission.trait());
        all.addAll(body().traits());
        all.addAll(engine.traits());
        all.add(year() >= MODERN_FROM ? Trait.MODERN : Trait.OLD);
        all.add(rank() == 0 ? Trait.PLAIN : Trait.MIDDLE);
        if (rank() > 0 && rank() * 2 >= line.trims().size()) {
            all.add(Trait.RICH);
        }
        return all;
    }
}
