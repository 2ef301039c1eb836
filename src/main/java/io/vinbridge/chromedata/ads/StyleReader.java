package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.Acode;
import io.vinbridge.chromedata.description.BodyType;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.StockImage;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code style} element. */
final class StyleReader {

    private IdentifiedName division;
    private IdentifiedName subdivision;
    private IdentifiedName model;
    private IdentifiedName marketClass;
    private Price price;
    private StockImage stockImage;
    private final List<BodyType> bodyTypes = new ArrayList<>(2);
    private final List<Acode> acodes = new ArrayList<>(1);

    private StyleReader() {}

    /** Null where the style has no number, without which nothing can refer to it. */
    static Style read(XmlCursor xml) {
        return new StyleReader().style(xml);
    }

    private Style style(XmlCursor xml) {
        Integer id = xml.integer("id");
        Integer modelYear = xml.year("modelYear");
        String name = xml.attribute("name");
        String nameWithoutTrim = xml.attribute("nameWoTrim");
        String trim = xml.attribute("trim");
        String modelCode = xml.attribute("mfrModelCode");
        Boolean fleetOnly = xml.flag("fleetOnly");
        Boolean modelFleet = xml.flag("modelFleet");
        Integer doors = xml.integer("passDoors");
        String drivetrain = xml.attribute("drivetrain");
        String alternateModel = xml.attribute("altModelName");
        String alternateStyle = xml.attribute("altStyleName");
        String alternateBodyType = xml.attribute("altBodyType");
        xml.children(child -> part(child, xml));
        if (id == null) {
            return null;
        }
        return new Style(
                id,
                modelYear,
                division,
                subdivision,
                model,
                name,
                nameWithoutTrim,
                trim,
                modelCode,
                fleetOnly,
                modelFleet,
                doors,
                drivetrain,
                alternateModel,
                alternateStyle,
                alternateBodyType,
                bodyTypes,
                marketClass,
                price,
                stockImage,
                acodes);
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "division" -> division = CommonElements.named(xml);
            case "subdivision" -> subdivision = CommonElements.named(xml);
            case "model" -> model = CommonElements.named(xml);
            case "marketClass" -> marketClass = CommonElements.named(xml);
            case "bodyType" -> bodyTypes.add(bodyType(xml));
            case "basePrice" -> price = price(xml);
            case "stockImage" -> stockImage = stockImage(xml);
            case "acode" -> acodes.add(acode(xml));
            default -> {}
        }
    }

    private static BodyType bodyType(XmlCursor xml) {
        Integer id = xml.integer("id");
        Boolean primary = xml.flag("primary");
        return new BodyType(id, xml.text(), primary);
    }

    private static Price price(XmlCursor xml) {
        return new Price(xml.decimal("msrp"), xml.decimal("invoice"), xml.decimal("destination"), xml.flag("unknown"));
    }

    private static StockImage stockImage(XmlCursor xml) {
        return new StockImage(
                xml.attribute("url"), xml.attribute("filename"), xml.integer("width"), xml.integer("height"));
    }

    private static Acode acode(XmlCursor xml) {
        String logic = xml.attribute("logic");
        return new Acode(xml.text(), logic);
    }
}
