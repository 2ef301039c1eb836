package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.catalog.FactoryOption;
import io.vinbridge.sandbox.catalog.Fitted;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import java.util.List;
import java.util.Optional;

/** A vehicle about to be described: its styles, what is installed in it, and what the request wants to be told. */
record Described(
        DescribeRequest request,
        List<Style> styles,
        Optional<Vin> vin,
        Optional<BuildSheet> buildSheet,
        Installed installed,
        double fullness) {

    boolean shows(Switch wanted) {
        return request.has(wanted);
    }

    boolean extended() {
        return request.version().extended();
    }

    Style any() {
        return styles.get(0);
    }

    /** Those of the styles that have it. */
    List<Style> having(Fitted thing) {
        return thing.among(styles, fullness);
    }

    /** The options of all styles. */
    List<Shared<FactoryOption>> options() {
        return Shared.among(styles, style -> FactoryOption.of(style, fullness), FactoryOption::chromeCode);
    }
}
