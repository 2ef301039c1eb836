package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.features.ConsumerItem;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.text.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recalls, crash tests, awards and warranties, with ShowConsumerInformation. */
public final class ConsumerSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        if (!vehicle.shows(Switch.ShowConsumerInformation)) {
            return;
        }
        Map<IdentifiedString, List<ConsumerItem>> byType = ConsumerItem.all().stream()
                .filter(item -> item.suits(vehicle.any(), vehicle.fullness()))
                .collect(Collectors.groupingBy(ConsumerItem::type, LinkedHashMap::new, Collectors.toList()));
        byType.forEach((type, items) -> {
            xml.open("consumerInformation");
            Shapes.named(xml, "type", type);
            items.forEach(item -> xml.open("item")
                    .with("name", item.name())
                    .with("conditionNote", item.condition().isEmpty() ? null : item.condition())
                    .with("value", item.value(vehicle.any()))
                    .close());
            Shapes.styleIds(xml, vehicle.styles()).close();
        });
    }
}
