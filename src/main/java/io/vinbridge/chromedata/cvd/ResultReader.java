package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DataSource;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the {@code result} of an answer, and decides whether it holds for a whole VIN pattern or for one VIN alone. */
final class ResultReader {

    private static final int VIN_LENGTH = 17;
    private static final int WMI_LENGTH = 3;

    private final List<String> vins = new ArrayList<>(2);
    private final PaintReader exterior = new PaintReader("ExteriorColor");
    private final PaintReader interior = new PaintReader("InteriorColor");
    private final FeatureReader features = new FeatureReader();
    private final TechSpecReader techSpecs = new TechSpecReader();
    private final OptionCodeReader options = new OptionCodeReader();
    private final NoticeReader notices = new NoticeReader();
    private final BuildReader build = new BuildReader();
    private VehicleReader vehicles = new VehicleReader(null, null, null);
    private Boolean validVin;
    private String source;
    private Integer year;
    private String make;
    private IdentifiedName model;
    private String language;

    void read(JsonMembers result) {
        result.skip("wmiCountry", "wmiManufacturer", "estimatedMSRP", "copyright", "executionTimeMS");
        validVin = result.flag("validVin");
        for (String member : List.of("vinSubmitted", "vinProcessed")) {
            String vin = result.text(member);
            if (vin != null) {
                vins.add(vin.toUpperCase(Locale.ROOT));
            }
        }
        source = result.text("source");
        year = VehicleReader.year(result);
        make = result.text("make");
        String modelName = result.text("model");
        model = VehicleReader.named(result.whole("modelID"), modelName);
        language = result.text("language");
        vehicles = new VehicleReader(year, make, modelName == null ? null : model);
        result.each("vehicles", vehicles::read);
        result.each("exteriorColors", exterior::read);
        result.each("interiorColors", interior::read);
        result.each("features", features::read);
        result.each("techSpecs", techSpecs::read);
        result.each("packages", options::pack);
        result.each("optionCodeContent", options::content);
        notices.read(result);
        build.read(result);
    }

    Boolean validVin() {
        return validVin;
    }

    List<String> vins() {
        return vins;
    }

    /** Null where neither a style nor a vehicle by name was described: such an answer describes nothing. */
    DescribeResult described() {
        List<Style> styles = vehicles.styles();
        if (styles.isEmpty() && (make == null || model == null)) {
            return null;
        }
        boolean forOneVin = forOneVin();
        Description description = new Description(
                common(styles, forOneVin),
                styles,
                features.engines(),
                features.equipment(),
                options.options(),
                techSpecs.specifications(),
                exterior.colors(),
                interior.colors(),
                features.genericEquipment(),
                List.of(),
                List.of(),
                price(styles),
                notices.recalls(),
                notices.safetyRatings(),
                features.benefits(),
                forOneVin ? build.record() : null);
        return new DescribeResult(description, sourceWord(), forOneVin);
    }

    /**
     * What the factory says, and what was verified for it, holds for one VIN; of the catalogue, engineered and sparse
     * answers only where nothing of the VIN is in them. An answer of a source that is not known today is shared with
     * nobody.
     */
    private boolean forOneVin() {
        boolean factory = build.told() || exterior.built() || interior.built() || features.built();
        return factory
                || techSpecs.built()
                || options.built()
                || switch (letter()) {
                    case "C", "E", "S", "" -> false;
                    default -> true;
                };
    }

    private String letter() {
        return source == null ? "" : source.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** The word of the contract; one that is not known today as it comes. */
    private String sourceWord() {
        return switch (letter()) {
            case "B" -> DataSource.BUILD.word();
            case "V" -> "Verified";
            case "E" -> DataSource.ENGINEERED.word();
            case "C" -> DataSource.CATALOG.word();
            case "S" -> DataSource.SPARSE.word();
            default -> source;
        };
    }

    private CommonFacts common(List<Style> styles, boolean forOneVin) {
        return new CommonFacts(
                vehicles.country(),
                language == null ? null : language.replaceFirst("[_-].*", "").toLowerCase(Locale.ROOT),
                year,
                make,
                model == null ? null : model.name(),
                shared(styles, Style::nameWithoutTrim),
                shared(styles, Style::trim),
                shared(styles, Style::primaryBodyType),
                null,
                manufacturer(),
                null,
                vehicles.gvwr(),
                List.of(),
                List.of(),
                forOneVin ? build.date() : null,
                forOneVin ? build.msrp() : null);
    }

    /** Positions 1 to 3 of the VIN, which its whole pattern has. */
    private String manufacturer() {
        return vins.stream()
                .filter(vin -> vin.length() == VIN_LENGTH)
                .findFirst()
                .map(vin -> vin.substring(0, WMI_LENGTH))
                .orElse(null);
    }

    private static <T> T shared(List<Style> styles, Function<Style, T> part) {
        List<T> distinct = styles.stream().map(part).distinct().limit(2).toList();
        return distinct.size() == 1 ? distinct.get(0) : null;
    }

    private static PriceRange price(List<Style> styles) {
        AmountRange msrp = range(styles, Price::msrp);
        AmountRange invoice = range(styles, Price::invoice);
        AmountRange destination = range(styles, Price::destination);
        boolean told = msrp != null || invoice != null || destination != null;
        return told ? new PriceRange(msrp, invoice, destination, null) : null;
    }

    private static AmountRange range(List<Style> styles, Function<Price, BigDecimal> part) {
        TreeSet<BigDecimal> amounts = new TreeSet<>();
        styles.stream()
                .map(Style::price)
                .filter(Objects::nonNull)
                .map(part)
                .filter(Objects::nonNull)
                .forEach(amounts::add);
        return amounts.isEmpty() ? null : new AmountRange(amounts.first(), amounts.last());
    }
}
