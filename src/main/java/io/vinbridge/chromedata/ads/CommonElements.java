package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;

/** The small elements that appear all over an answer. Each reads the element the cursor stands on. */
final class CommonElements {

    private CommonElements() {}

    /** {@code <division id="1">Acura</division>}. */
    static IdentifiedName named(XmlCursor xml) {
        Integer id = xml.integer("id");
        return new IdentifiedName(id, xml.text());
    }

    static AmountRange span(XmlCursor xml) {
        return new AmountRange(xml.decimal("low"), xml.decimal("high"));
    }

    static InstallationCause cause(XmlCursor xml) {
        return new InstallationCause(xml.attribute("cause"), xml.attribute("detail"));
    }

    /** Null where the number is missing, because a category without its number says nothing. */
    static Category category(XmlCursor xml) {
        Integer id = xml.integer("id");
        return id == null ? null : new Category(id, xml.flag("removed"));
    }

    static CategoryDefinition categoryDefinition(XmlCursor xml) {
        var found = new Object() {
            IdentifiedName group;
            IdentifiedName header;
            IdentifiedName category;
            IdentifiedName type;
        };
        xml.children(child -> {
            switch (child) {
                case "group" -> found.group = named(xml);
                case "header" -> found.header = named(xml);
                case "category" -> found.category = named(xml);
                case "type" -> found.type = named(xml);
                default -> {}
            }
        });
        return new CategoryDefinition(found.group, found.header, found.category, found.type);
    }

    static SpecificationDefinition specificationDefinition(XmlCursor xml) {
        String unit = xml.attribute("measurementUnit");
        var found = new Object() {
            IdentifiedName group;
            IdentifiedName header;
            IdentifiedName title;
        };
        xml.children(child -> {
            switch (child) {
                case "group" -> found.group = named(xml);
                case "header" -> found.header = named(xml);
                case "title" -> found.title = named(xml);
                default -> {}
            }
        });
        return new SpecificationDefinition(found.group, found.header, found.title, unit);
    }
}
