package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;
import static io.vinbridge.chromedata.ads.ElementList.sorted;

import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code standard} and {@code genericEquipment} elements. */
final class EquipmentReader {

    private IdentifiedName header;
    private String description;
    private Integer categoryId;
    private CategoryDefinition definition;
    private InstallationCause installed;
    private final List<Category> categories = new ArrayList<>(2);
    private final List<Integer> styleIds = new ArrayList<>(4);

    private EquipmentReader() {}

    static Equipment standard(XmlCursor xml) {
        EquipmentReader read = new EquipmentReader();
        xml.children(child -> read.part(child, xml));
        return new Equipment(read.header, read.description, read.categories, sorted(read.styleIds), read.installed);
    }

    static GenericEquipment generic(XmlCursor xml) {
        EquipmentReader read = new EquipmentReader();
        xml.children(child -> read.part(child, xml));
        return new GenericEquipment(read.categoryId(), read.definition, sorted(read.styleIds), read.installed);
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "header" -> header = CommonElements.named(xml);
            case "description" -> description = xml.text();
            case "category" -> add(categories, CommonElements.category(xml));
            case "categoryId" -> categoryId = XmlNumber.whole(xml.text());
            case "definition" -> definition = CommonElements.categoryDefinition(xml);
            case "styleId" -> add(styleIds, XmlNumber.whole(xml.text()));
            case "installed" -> installed = CommonElements.cause(xml);
            default -> {}
        }
    }

    private Integer categoryId() {
        if (categoryId == null && definition != null && definition.category() != null) {
            return definition.category().id();
        }
        return categoryId;
    }
}
