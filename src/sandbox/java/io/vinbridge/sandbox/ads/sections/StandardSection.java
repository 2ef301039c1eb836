package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.features.Standard;
import io.vinbridge.sandbox.text.Xml;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Standard equipment under its headers. By default only what can't have been removed counts as installed. */
public final class StandardSection implements Section {
    private static final Optional<String> BASE = Optional.of("BaseEquipment");
    private static final IdentityHashMap<Standard, String> WRITTEN = written();

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        for (Standard standard : Standard.all()) {
            List<Style> styles = vehicle.having(standard);
            boolean installed = !standard.removable() || vehicle.shows(Switch.DisableSafeStandards);
            if (styles.isEmpty() || (installed && vehicle.shows(Switch.DisableStandardEquipment))) {
                continue;
            }
            if (!standard.ownToStyle()) {
                write(WRITTEN.get(standard), styles, installed, xml);
                continue;
            }
            for (SharedItem<String> description : SharedItem.byValue(styles, standard::description)) {
                write(start(standard, description.thing()), description.styles(), installed, xml);
            }
        }
    }

    private static void write(String start, List<Style> styles, boolean installed, Xml xml) {
        xml.open("standard").raw(start);
        Shapes.styleIds(xml, styles);
        Shapes.installed(xml, installed ? BASE : Optional.empty()).close();
    }

    private static IdentityHashMap<Standard, String> written() {
        IdentityHashMap<Standard, String> written = new IdentityHashMap<>();
        Standard.all().stream()
                .filter(standard -> !standard.ownToStyle())
                .forEach(standard -> written.put(standard, start(standard, standard.description(null))));
        return written;
    }

    private static String start(Standard standard, String description) {
        Xml xml = new Xml(200);
        Shapes.named(xml, "header", standard.header());
        xml.leaf("description", description);
        return Shapes.categories(xml, standard.categories()).toString();
    }
}
