package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Specification;
import io.vinbridge.sandbox.text.Xml;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Technical specifications: four of them, all with ShowExtendedTechnicalSpecifications, or those whose titles are asked
 * for.
 */
public final class SpecificationSection implements Section {
    private static final IdentityHashMap<Specification, String> DEFINITIONS = definitions();

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        List<Integer> titles = vehicle.request().titleIds();
        boolean all = vehicle.shows(Switch.ShowExtendedTechnicalSpecifications);
        for (Specification specification : Specification.all()) {
            boolean asked = titles.isEmpty()
                    ? all || specification.basic()
                    : titles.contains(specification.title().id());
            List<Style> styles = asked ? vehicle.having(specification) : List.of();
            if (!styles.isEmpty()) {
                write(specification, styles, vehicle.shows(Switch.IncludeDefinitions), xml);
            }
        }
    }

    private static void write(Specification specification, List<Style> styles, boolean defined, Xml xml) {
        List<SharedItem<String>> values = SharedItem.byValue(styles, specification::value);
        xml.open("technicalSpecification");
        if (defined) {
            xml.raw(DEFINITIONS.get(specification));
        } else {
            xml.leaf("titleId", specification.title().id());
        }
        range(values, xml);
        for (SharedItem<String> value : values) {
            xml.open("value").with("value", value.thing()).with("condition", "");
            Shapes.styleIds(xml, value.styles()).close();
        }
        xml.close();
    }

    /** The least and the greatest, where every value is a number. */
    private static void range(List<SharedItem<String>> values, Xml xml) {
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        for (SharedItem<String> value : values) {
            OptionalDouble number = Specification.numeric(value.thing());
            if (number.isEmpty()) {
                return;
            }
            least = Math.min(least, number.getAsDouble());
            greatest = Math.max(greatest, number.getAsDouble());
        }
        xml.open("range").with("min", least).with("max", greatest).close();
    }

    private static IdentityHashMap<Specification, String> definitions() {
        IdentityHashMap<Specification, String> definitions = new IdentityHashMap<>();
        Specification.all()
                .forEach(one -> definitions.put(
                        one, Shapes.specification(new Xml(300), one).toString()));
        return definitions;
    }
}
