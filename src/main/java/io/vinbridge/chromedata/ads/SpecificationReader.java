package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;
import static io.vinbridge.chromedata.ads.ElementList.sorted;

import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code technicalSpecification} element. */
final class SpecificationReader {

    private Integer titleId;
    private SpecificationDefinition definition;
    private Specification.Bounds range;
    private final List<Specification.Value> values = new ArrayList<>(2);

    private SpecificationReader() {}

    static Specification read(XmlCursor xml) {
        SpecificationReader read = new SpecificationReader();
        xml.children(child -> read.part(child, xml));
        return new Specification(read.titleId(), read.definition, read.range, read.values);
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "titleId" -> titleId = XmlNumber.whole(xml.text());
            case "definition" -> definition = CommonElements.specificationDefinition(xml);
            case "range" -> range = new Specification.Bounds(xml.decimal("min"), xml.decimal("max"));
            case "value" -> values.add(value(xml));
            default -> {}
        }
    }

    private static Specification.Value value(XmlCursor xml) {
        String value = xml.attribute("value");
        String condition = xml.attribute("condition");
        List<Integer> styleIds = new ArrayList<>(4);
        xml.children(child -> {
            if ("styleId".equals(child)) {
                add(styleIds, XmlNumber.whole(xml.text()));
            }
        });
        return new Specification.Value(value, condition, sorted(styleIds));
    }

    private Integer titleId() {
        if (titleId == null && definition != null && definition.title() != null) {
            return definition.title().id();
        }
        return titleId;
    }
}
