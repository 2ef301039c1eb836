package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.features.Standard;
import io.vinbridge.sandbox.catalog.features.StyleFeature;
import io.vinbridge.sandbox.text.Xml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Equipment by category: what is installed, and with ShowAvailableEquipment what else there is. */
public final class EquipmentSection implements Section {
    private static final IdentityHashMap<Category, String> DEFINITIONS = definitions();

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        Map<Style, Set<Integer>> standard = standard(vehicle);
        for (Category category : Category.all()) {
            StyleFeature either =
                    (style, fullness) -> standard.get(style).contains(category.id()) || category.suits(style, fullness);
            List<Style> styles = vehicle.having(either);
            Optional<String> cause = cause(vehicle, category, styles, standard);
            boolean shown = cause.isPresent() || vehicle.shows(Switch.ShowAvailableEquipment);
            if (!styles.isEmpty() && shown) {
                xml.open("genericEquipment");
                if (vehicle.shows(Switch.IncludeDefinitions)) {
                    xml.raw(DEFINITIONS.get(category));
                } else {
                    xml.leaf("categoryId", category.id());
                }
                Shapes.styleIds(xml, styles);
                Shapes.installed(xml, cause).close();
            }
        }
    }

    private static Optional<String> cause(
            DescribedVehicle vehicle, Category category, List<Style> styles, Map<Style, Set<Integer>> standard) {
        Optional<String> asserted = vehicle.installed().causeOfCategory(category.id());
        boolean all = styles.size() == vehicle.styles().size();
        if (asserted.isPresent() || !all) {
            return asserted;
        }
        if (category.toldByEngine()) {
            return Optional.of("Engine");
        }
        if (category.toldByVin() && vehicle.vin().isPresent()) {
            return Optional.of("VIN");
        }
        boolean base = styles.stream().allMatch(style -> standard.get(style).contains(category.id()));
        return base ? Optional.of("BaseEquipment") : Optional.empty();
    }

    /** The categories that the standard equipment of each style belongs to. */
    private static Map<Style, Set<Integer>> standard(DescribedVehicle vehicle) {
        Map<Style, Set<Integer>> categories = new HashMap<>();
        vehicle.styles().forEach(style -> categories.put(style, new HashSet<>()));
        for (Standard standard : Standard.all()) {
            for (Style style : standard.categories().isEmpty() ? List.<Style>of() : vehicle.having(standard)) {
                standard.categories().forEach(category -> categories.get(style).add(category.id()));
            }
        }
        return categories;
    }

    private static IdentityHashMap<Category, String> definitions() {
        IdentityHashMap<Category, String> definitions = new IdentityHashMap<>();
        Category.all()
                .forEach(one -> definitions.put(
                        one, Shapes.category(new Xml(300), "definition", one).toString()));
        return definitions;
    }
}
