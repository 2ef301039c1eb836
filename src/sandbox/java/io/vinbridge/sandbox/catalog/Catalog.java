package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Division;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.LineUp;
import io.vinbridge.sandbox.catalog.models.ModelId;
import io.vinbridge.sandbox.catalog.models.ModelLine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every vehicle there is: by year, division, model and style, by style id, by Acode, by year, make and model, and by
 * VIN.
 */
public final class Catalog {
    private static final List<String> SUBDIVISIONS = List.of("Cars", "SUVs", "Trucks", "Vans");
    private static final List<String> BUILT = List.of("car", "suv", "pickup", "van");
    private static final int SUBDIVISION_ROOM = 10;

    private final Clock clock;
    private final DataBuilds builds;
    private final Map<ModelId, LineUp> lineUps = new ConcurrentHashMap<>();
    private final Map<Integer, Map<Division, List<ModelLine>>> soldByYear = new ConcurrentHashMap<>();

    /** A catalogue whose newest model year is the one after the clock's. */
    public Catalog(Clock clock, DataBuilds builds) {
        this.clock = clock;
        this.builds = builds;
    }

    /** All model years, the newest first. */
    public List<Integer> years() {
        int newest = newestYear();
        return IntStream.rangeClosed(0, newest - ModelId.FIRST_YEAR)
                .mapToObj(back -> newest - back)
                .toList();
    }

    /** The divisions that sold anything in a model year. */
    public List<IdentifiedString> divisions(int year) {
        return Division.all().stream()
                .filter(division -> !sold(year, division).isEmpty())
                .map(Division::asNamed)
                .toList();
    }

    /** The divisions, parted into cars, SUVs, trucks and vans. */
    public List<IdentifiedString> subdivisions(int year) {
        List<IdentifiedString> subdivisions = new ArrayList<>();
        for (Division division : Division.all()) {
            IntStream.range(0, BUILT.size())
                    .filter(kind -> sold(year, division).stream().anyMatch(line -> line.builtAs(BUILT.get(kind))))
                    .forEach(kind -> subdivisions.add(subdivision(division, kind)));
        }
        return subdivisions;
    }

    /** The subdivision that a line belongs to. */
    public static IdentifiedString subdivision(ModelLine line) {
        return subdivision(line.division(), BUILT.indexOf(line.builds()));
    }

    public List<IdentifiedString> models(int year, int divisionId) {
        return named(year, sold(year).filter(line -> line.division().id() == divisionId));
    }

    public List<IdentifiedString> modelsOfSubdivision(int year, int subdivisionId) {
        return named(year, sold(year).filter(line -> subdivision(line).id() == subdivisionId));
    }

    /** The styles of a model, from plain to rich; none for a model that does not exist. */
    public List<Style> styles(ModelId model, Country country) {
        if (!exists(model)) {
            return List.of();
        }
        return IntStream.range(0, lineUp(model).offers().size())
                .mapToObj(place -> style(new StyleId(model, place, country)))
                .toList();
    }

    /** The styles by the names of make and model, in any case. */
    public List<Style> styles(int year, String make, String model, Country country) {
        return sold(year)
                .filter(line -> line.division().name().equalsIgnoreCase(make))
                .filter(line -> line.name().equalsIgnoreCase(model))
                .findFirst()
                .map(line -> styles(new ModelId(year, line.place()), country))
                .orElse(List.of());
    }

    /** The style of a number, if there is one. */
    public Optional<Style> style(int number) {
        return StyleId.of(number).filter(this::exists).map(this::style);
    }

    /** The style of an Acode, if there is one. */
    public Optional<Style> styleByAcode(String acode) {
        return Acode.read(acode).filter(this::exists).map(this::style).filter(style -> style.acode()
                .equals(acode));
    }

    /** Decodes a VIN pattern in a country; empty if the VIN is not carried. */
    public Optional<PatternDecode> decode(VinPattern pattern, Country country) {
        int year = pattern.modelYear();
        if (year < ModelId.FIRST_YEAR || year > newestYear()) {
            return Optional.empty();
        }
        return Manufacturer.of(pattern)
                .flatMap(manufacturer -> manufacturer.line(pattern, sold(year, manufacturer.division())))
                .map(line -> new ModelId(year, line.place()))
                .map(model -> new PatternDecode(pattern, candidates(pattern, model, country)));
    }

    private List<Style> candidates(VinPattern pattern, ModelId model, Country country) {
        return PatternDecode.places(pattern, lineUp(model).offers().size())
                .mapToObj(place -> style(new StyleId(model, place, country)))
                .toList();
    }

    private Style style(StyleId id) {
        return new Style(id, lineUp(id.model()).offers().get(id.place()), builds.revision(id));
    }

    private boolean exists(StyleId id) {
        return exists(id.model()) && id.place() < lineUp(id.model()).offers().size();
    }

    private boolean exists(ModelId model) {
        return model.year() <= newestYear() && model.modelLine().soldIn(model.year());
    }

    private LineUp lineUp(ModelId model) {
        return lineUps.computeIfAbsent(model, LineUp::of);
    }

    private Stream<ModelLine> sold(int year) {
        return soldBy(year).values().stream().flatMap(List::stream);
    }

    private List<ModelLine> sold(int year, Division division) {
        return soldBy(year).getOrDefault(division, List.of());
    }

    private Map<Division, List<ModelLine>> soldBy(int year) {
        if (year < ModelId.FIRST_YEAR || year > newestYear()) {
            return Map.of();
        }
        return soldByYear.computeIfAbsent(year, asked -> ModelLine.all().stream()
                .filter(line -> line.soldIn(asked))
                .collect(Collectors.groupingBy(ModelLine::division)));
    }

    private int newestYear() {
        return LocalDate.now(clock).getYear() + 1;
    }

    private static List<IdentifiedString> named(int year, Stream<ModelLine> lines) {
        return lines.map(line -> new IdentifiedString(new ModelId(year, line.place()).number(), line.name()))
                .toList();
    }

    private static IdentifiedString subdivision(Division division, int kind) {
        return new IdentifiedString(
                division.id() * SUBDIVISION_ROOM + kind, division.name() + " " + SUBDIVISIONS.get(kind));
    }
}
