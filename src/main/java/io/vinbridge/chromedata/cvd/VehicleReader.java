package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.BodyType;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** Reads {@code vehicles[]}: each is a style. */
final class VehicleReader {

    /** The letters that CVD has for what ADS writes out. */
    private static final List<List<String>> DRIVES = List.of(
            List.of("FWD", "Front Wheel Drive"),
            List.of("RWD", "Rear Wheel Drive"),
            List.of("AWD", "All Wheel Drive"),
            List.of("4WD", "Four Wheel Drive"),
            List.of("4X4", "Four Wheel Drive"));

    private final List<Style> styles = new ArrayList<>();
    private final TreeSet<String> countries = new TreeSet<>();
    private final TreeSet<BigDecimal> weights = new TreeSet<>();

    private boolean unnumbered;

    /** What the answer says of all of them. */
    private final Integer year;

    private final String make;
    private final IdentifiedName model;

    VehicleReader(Integer year, String make, IdentifiedName model) {
        this.year = year;
        this.make = make;
        this.model = model;
    }

    void read(JsonMembers vehicle) {
        vehicle.skip(
                "standardCurbWeight",
                "standardPayload",
                "standardTowingCapacity",
                "modelDesignChangeDetails",
                "boxStyle",
                "wheelbase",
                "designChangeReason",
                "vehicleIndicator",
                "stateIndicator");
        Integer id = vehicle.whole("styleId");
        String country = vehicle.text("country");
        BigDecimal weight = vehicle.number("standardGVWR");
        boolean numbered = id != null && id > 0;
        Style style = style(numbered ? id : 0, vehicle);
        unnumbered |= !numbered;
        if (!numbered || styles.stream().anyMatch(known -> known.id() == id)) {
            return;
        }
        styles.add(style);
        if (country != null) {
            countries.add(country.toUpperCase(Locale.ROOT));
        }
        if (weight != null && weight.signum() > 0) {
            weights.add(weight);
        }
    }

    private Style style(int id, JsonMembers vehicle) {
        Integer ownYear = year(vehicle);
        String ownMake = vehicle.text("make");
        String ownModel = vehicle.text("model");
        String alternative = vehicle.text("altModel");
        String name = vehicle.text("styleDescription");
        String trim = vehicle.text("trim");
        String body = vehicle.text("bodyType");
        Price price = price(vehicle);
        return new Style(
                id,
                ownYear == null ? year : ownYear,
                named(null, ownMake == null ? make : ownMake),
                null,
                ownModel == null || (model != null && ownModel.equals(model.name())) ? model : named(null, ownModel),
                name,
                withoutTrim(name, trim),
                trim,
                vehicle.text("mfrModelCode"),
                null,
                null,
                vehicle.whole("doors"),
                drive(vehicle.text("driveType")),
                alternative,
                null,
                null,
                body == null ? List.of() : List.of(new BodyType(null, body, true)),
                segment(vehicle),
                price,
                null,
                List.of());
    }

    /** None where not all have a number: the ones that have would be taken for the only candidates. */
    List<Style> styles() {
        return unnumbered
                ? List.of()
                : styles.stream().sorted(Comparator.comparing(Style::id)).toList();
    }

    /** The country of the data; null where the styles do not agree on one. */
    String country() {
        return countries.size() == 1 ? countries.first() : null;
    }

    /** Gross weight rating over all styles; null where none is told. */
    AmountRange gvwr() {
        return weights.isEmpty() ? null : new AmountRange(weights.first(), weights.last());
    }

    static Integer year(JsonMembers of) {
        Integer year = of.whole("year");
        return year == null || year < 1900 || year > 2100 ? null : year;
    }

    static IdentifiedName named(Integer id, String name) {
        return id == null && name == null ? null : new IdentifiedName(id, name);
    }

    static String drive(String word) {
        return DRIVES.stream()
                .filter(drive -> drive.get(0).equalsIgnoreCase(word))
                .map(drive -> drive.get(1))
                .findFirst()
                .orElse(word);
    }

    private static Price price(JsonMembers vehicle) {
        Price price = new Price(
                positive(vehicle.number("baseMSRP")),
                positive(vehicle.number("baseInvoice")),
                vehicle.number("destinationCharge"),
                null);
        boolean told = price.msrp() != null || price.invoice() != null || price.destination() != null;
        return told ? price : null;
    }

    /** A price of nothing is one that is not known. */
    private static BigDecimal positive(BigDecimal amount) {
        return amount == null || amount.signum() <= 0 ? null : amount;
    }

    /**
     * There are two schemes of segments; the class of the market is that of marketing, where the answer says which is
     * which.
     */
    private static IdentifiedName segment(JsonMembers vehicle) {
        List<String> plain = new ArrayList<>();
        vehicle.eachOrText("segment", plain::add, segment -> {
            segment.skip("scheme", "type");
            plain.add(Objects.requireNonNullElse(segment.text("marketing"), ""));
            plain.add(Objects.requireNonNullElse(segment.text("name"), ""));
            plain.add(Objects.requireNonNullElse(segment.text("description"), ""));
        });
        return plain.stream()
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> new IdentifiedName(null, name))
                .orElse(null);
    }

    private static String withoutTrim(String name, String trim) {
        return name != null && trim != null && name.endsWith(" " + trim)
                ? name.substring(0, name.length() - trim.length() - 1)
                : null;
    }
}
