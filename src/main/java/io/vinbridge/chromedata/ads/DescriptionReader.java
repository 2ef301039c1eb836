package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.ConsumerInformation;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a {@code VehicleDescription}, part by part, as the answer offers them. */
final class DescriptionReader {

    private final List<Style> styles = new ArrayList<>();
    private final List<Engine> engines = new ArrayList<>();
    private final List<Equipment> equipment = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<Specification> specifications = new ArrayList<>();
    private final List<Color> exteriorColors = new ArrayList<>();
    private final List<Color> interiorColors = new ArrayList<>();
    private final List<GenericEquipment> genericEquipment = new ArrayList<>();
    private final List<Color.GenericColor> genericColors = new ArrayList<>();
    private final List<ConsumerInformation> consumerInformation = new ArrayList<>();
    private final XmlCursor root;
    private final CommonFactsReader common;
    private PriceRange price;

    DescriptionReader(XmlCursor root) {
        this.root = root;
        common = new CommonFactsReader(root);
    }

    void part(String child, XmlCursor xml) {
        switch (child) {
            case "vinDescription" -> common.vinDescription(xml);
            case "style" -> style(StyleReader.read(xml));
            case "engine" -> engines.add(EngineReader.read(xml));
            case "standard" -> equipment.add(EquipmentReader.standard(xml));
            case "factoryOption" -> options.add(OptionReader.read(xml));
            case "genericEquipment" -> genericEquipment.add(EquipmentReader.generic(xml));
            case "consumerInformation" -> consumerInformation.add(consumerInformation(xml));
            case "technicalSpecification" -> specifications.add(SpecificationReader.read(xml));
            case "exteriorColor" -> exteriorColors.add(ColorReader.read(xml));
            case "interiorColor" -> interiorColors.add(ColorReader.read(xml));
            case "genericColor" -> genericColors.add(ColorReader.generic(xml));
            case "basePrice" -> price = price(xml);
            default -> {}
        }
    }

    /** The VINs that the answer says it is about; none in an answer about a style. */
    Stream<String> vins() {
        return common.vins();
    }

    Stream<Integer> styleIds() {
        return styles.stream().map(Style::id);
    }

    /** The model years of its styles, as far as it tells them. */
    Stream<Integer> modelYears() {
        return styles.stream().map(Style::modelYear).filter(Objects::nonNull);
    }

    /** Whether a style or a VIN pattern was described. */
    boolean describes() {
        return !styles.isEmpty() || common.pattern();
    }

    /** The same number is the same style, however often it is told. */
    private void style(Style style) {
        if (style != null && styleIds().noneMatch(id -> id == style.id())) {
            styles.add(style);
        }
    }

    /** Null where neither a style nor a VIN pattern was described: such an answer describes nothing. */
    DescribeResult answer() {
        if (!describes()) {
            return null;
        }
        boolean forOneVin = common.belongsToOneVin(root.confirmed());
        genericEquipment.sort(Comparator.comparing(GenericEquipment::categoryId, ElementList.NUMBERS));
        specifications.sort(Comparator.comparing(Specification::titleId, ElementList.NUMBERS));
        Description description = new Description(
                common.read(forOneVin),
                styles,
                engines,
                equipment,
                options,
                specifications,
                exteriorColors,
                interiorColors,
                genericEquipment,
                genericColors,
                consumerInformation,
                price);
        return new DescribeResult(description, common.source(), forOneVin);
    }

    private static ConsumerInformation consumerInformation(XmlCursor xml) {
        var type = new ArrayList<IdentifiedName>(1);
        var items = new ArrayList<ConsumerInformation.Item>();
        var styleIds = new ArrayList<Integer>();
        xml.children(child -> {
            switch (child) {
                case "type" -> type.add(CommonElements.named(xml));
                case "item" ->
                    items.add(new ConsumerInformation.Item(
                            xml.attribute("name"), xml.attribute("conditionNote"), xml.attribute("value")));
                case "styleId" -> add(styleIds, XmlNumber.whole(xml.text()));
                default -> {}
            }
        });
        return new ConsumerInformation(type.isEmpty() ? null : type.get(0), items, ElementList.sorted(styleIds));
    }

    private static PriceRange price(XmlCursor xml) {
        Boolean unknown = xml.flag("unknown");
        var found = new Object() {
            AmountRange msrp;
            AmountRange invoice;
            AmountRange destination;
        };
        xml.children(child -> {
            switch (child) {
                case "msrp" -> found.msrp = CommonElements.span(xml);
                case "invoice" -> found.invoice = CommonElements.span(xml);
                case "destination" -> found.destination = CommonElements.span(xml);
                default -> {}
            }
        });
        return new PriceRange(found.msrp, found.invoice, found.destination, unknown);
    }
}
