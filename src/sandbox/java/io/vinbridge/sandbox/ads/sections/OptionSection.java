package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.features.FactoryOption;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options: those that are installed, and with ShowAvailableEquipment the others too. Of several that share the code
 * which the caller gave, the first one is installed and the others stand within it as ambiguous.
 */
public final class OptionSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        boolean available = vehicle.shows(Switch.ShowAvailableEquipment);
        if (!available && vehicle.installed().nothing()) {
            return;
        }
        List<SharedItem<FactoryOption>> options = offered(vehicle);
        Set<String> givenCodes = options.stream()
                .filter(option -> given(vehicle, option))
                .map(OptionSection::oemCode)
                .collect(Collectors.toSet());
        for (SharedItem<FactoryOption> option : options) {
            boolean shown = available || cause(vehicle, option).isPresent();
            if (given(vehicle, option)) {
                open(vehicle, "factoryOption", option, xml);
                options.stream()
                        .filter(other ->
                                !given(vehicle, other) && oemCode(other).equals(oemCode(option)))
                        .forEach(other ->
                                open(vehicle, "ambiguousOption", other, xml).close());
                xml.close();
            } else if (shown && !givenCodes.contains(oemCode(option))) {
                open(vehicle, "factoryOption", option, xml).close();
            }
        }
    }

    private static List<SharedItem<FactoryOption>> offered(DescribedVehicle vehicle) {
        boolean withoutFleet = vehicle.request()
                .text("optionsProcessMode")
                .filter("ExcludeFleetOnly"::equals)
                .isPresent();
        return vehicle.options().stream()
                .filter(option -> !withoutFleet || !option.thing().fleetOnly())
                .toList();
    }

    private static Xml open(DescribedVehicle vehicle, String element, SharedItem<FactoryOption> shared, Xml xml) {
        FactoryOption option = shared.thing();
        xml.open(element)
                .with("chromeCode", option.chromeCode())
                .with("oemCode", oemCode(shared))
                .with("standard", option.standard())
                .with("optionKindId", option.kind())
                .with("fleetOnly", option.fleetOnly());
        Shapes.named(xml, "header", option.header());
        xml.leaf("description", option.name(shared.any()));
        if (vehicle.shows(Switch.ShowExtendedDescriptions)) {
            xml.leaf("description", option.name(shared.any()) + " -inc: " + option.more());
        }
        if (vehicle.extended()) {
            xml.open("oem-description")
                    .with("sequence", 1)
                    .text(option.name(shared.any()))
                    .close();
            xml.open("oem-description").with("sequence", 2).text(option.more()).close();
        }
        Shapes.categories(xml, option.categories());
        price(shared, xml);
        Shapes.styleIds(xml, shared.styles());
        return Shapes.installed(xml, cause(vehicle, shared));
    }

    private static void price(SharedItem<FactoryOption> option, Xml xml) {
        int[] invoices = option.styles().stream()
                .mapToInt(option.thing()::invoice)
                .sorted()
                .toArray();
        int[] prices =
                option.styles().stream().mapToInt(option.thing()::msrp).sorted().toArray();
        xml.open("price")
                .with("unknown", false)
                .with("invoiceMin", (double) invoices[0])
                .with("invoiceMax", (double) invoices[invoices.length - 1])
                .with("msrpMin", (double) prices[0])
                .with("msrpMax", (double) prices[prices.length - 1])
                .close();
    }

    private static String oemCode(SharedItem<FactoryOption> option) {
        return option.thing().oemCode(option.any());
    }

    private static Optional<String> cause(DescribedVehicle vehicle, SharedItem<FactoryOption> option) {
        return vehicle.installed().causeOfOption(option.thing().chromeCode());
    }

    private static boolean given(DescribedVehicle vehicle, SharedItem<FactoryOption> option) {
        return cause(vehicle, option).filter("OptionCodeInput"::equals).isPresent();
    }
}
