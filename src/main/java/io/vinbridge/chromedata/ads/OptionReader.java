package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;
import static io.vinbridge.chromedata.ads.ElementList.sorted;

import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code factoryOption}, and the {@code ambiguousOption}s inside it, which have the same shape. */
final class OptionReader {

    private IdentifiedName header;
    private PriceRange price;
    private InstallationCause installed;
    private final List<String> descriptions = new ArrayList<>(2);
    private final List<Option.OemDescription> oemDescriptions = new ArrayList<>(0);
    private final List<Category> categories = new ArrayList<>(2);
    private final List<Integer> styleIds = new ArrayList<>(4);
    private final List<Option> ambiguous = new ArrayList<>(0);

    private OptionReader() {}

    static Option read(XmlCursor xml) {
        return new OptionReader().option(xml);
    }

    private Option option(XmlCursor xml) {
        String oemCode = xml.attribute("oemCode");
        String chromeCode = xml.attribute("chromeCode");
        String alternateCode = xml.attribute("altOptionCode");
        Integer kindId = xml.integer("optionKindId");
        Boolean standard = xml.flag("standard");
        Boolean fleetOnly = xml.flag("fleetOnly");
        String utf = xml.attribute("utf");
        xml.children(child -> part(child, xml));
        return new Option(
                oemCode,
                chromeCode,
                alternateCode,
                header,
                descriptions,
                oemDescriptions,
                kindId,
                standard,
                fleetOnly,
                utf,
                price,
                categories,
                sorted(styleIds),
                installed,
                ambiguous);
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "header" -> header = CommonElements.named(xml);
            case "description" -> descriptions.add(xml.text());
            case "oem-description" -> oemDescriptions.add(oemDescription(xml));
            case "category" -> add(categories, CommonElements.category(xml));
            case "price" -> price = price(xml);
            case "styleId" -> add(styleIds, XmlNumber.whole(xml.text()));
            case "installed" -> installed = CommonElements.cause(xml);
            case "ambiguousOption" -> ambiguous.add(read(xml));
            default -> {}
        }
    }

    private static Option.OemDescription oemDescription(XmlCursor xml) {
        Integer sequence = xml.integer("sequence");
        return new Option.OemDescription(sequence, xml.text());
    }

    private static PriceRange price(XmlCursor xml) {
        return new PriceRange(
                span(xml.decimal("msrpMin"), xml.decimal("msrpMax")),
                span(xml.decimal("invoiceMin"), xml.decimal("invoiceMax")),
                null,
                xml.flag("unknown"));
    }

    private static AmountRange span(BigDecimal low, BigDecimal high) {
        return low == null && high == null ? null : new AmountRange(low, high);
    }
}
