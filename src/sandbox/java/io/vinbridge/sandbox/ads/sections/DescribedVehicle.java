package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.catalog.features.FactoryOption;
import io.vinbridge.sandbox.catalog.features.StyleFeature;
import java.util.List;
import java.util.Optional;

/** A vehicle about to be described: its styles, what is installed in it, and what the request wants to be told. */
public record DescribedVehicle(
        DescribeRequest request,
        List<Style> styles,
        Optional<Vin> vin,
        Optional<BuildSheet> buildSheet,
        InstalledEquipment installed,
        double fullness) {

    boolean shows(Switch wanted) {
        return request.has(wanted);
    }

    boolean extended() {
        return request.version().extended();
    }

    public Style any() {
        return styles.get(0);
    }

    /** Styles of these that have it. */
    List<Style> having(StyleFeature thing) {
        return thing.among(styles, fullness);
    }

    /** The options of all styles. */
    List<SharedItem<FactoryOption>> options() {
        return SharedItem.among(styles, style -> FactoryOption.of(style, fullness), FactoryOption::chromeCode);
    }
}
