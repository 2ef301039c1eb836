package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.catalog.features.Category;
import io.vinbridge.sandbox.catalog.models.Body;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.function.Function;

/**
 * The vinDescription, written as if just its attribute {@code vin} were there: that one differs from VIN to VIN of a
 * pattern.
 */
public final class VinSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        if (vehicle.vin().isEmpty()) {
            return;
        }
        Vin vin = vehicle.vin().get();
        Style any = vehicle.any();
        xml.withinTag("vinDescription")
                .with("modelYear", any.year())
                .with("division", any.line().division().name())
                .with("modelName", any.line().name())
                .with("styleName", common(vehicle, Style::nameWithoutTrim))
                .with(
                        "bodyType",
                        common(vehicle, style -> style.body().types().get(0).name()))
                .with("drivingWheels", common(vehicle, style -> style.drive().name()));
        source(vehicle, xml);
        grossWeight(vehicle, xml);
        xml.leaf("WorldManufacturerIdentifier", vin.pattern().manufacturer() + " ");
        if (!vin.pattern().smallMaker().isEmpty()) {
            xml.leaf("ManufacturerIdentificationCode", vin.pattern().smallMaker());
        }
        Category.all().stream()
                .filter(category -> category.header().name().equals("Air Bags"))
                .filter(category -> vehicle.styles().stream().allMatch(style -> category.suits(style, 1)))
                .forEach(category -> Shapes.category(xml, "restraintTypes", category));
        vehicle.styles().stream()
                .map(style -> style.body().market(style.drive()))
                .distinct()
                .forEach(market -> Shapes.named(xml, "marketClass", market));
        xml.close();
    }

    private static void source(DescribedVehicle vehicle, Xml xml) {
        vehicle.buildSheet().ifPresent(sheet -> xml.with("built", sheet.built()));
        if (vehicle.extended()) {
            xml.with("builtMSRP", vehicle.buildSheet().map(BuildSheet::msrp).orElse(null));
            xml.with("source", vehicle.buildSheet().isPresent() ? "Build" : "Catalog");
        }
    }

    private static void grossWeight(DescribedVehicle vehicle, Xml xml) {
        List<Body> bodies = vehicle.styles().stream().map(Style::body).toList();
        if (bodies.get(0).truck()) {
            Shapes.range(xml, "gvwr", bodies, Body::grossWeight);
        }
    }

    /** Common value of all styles; null, so that the attribute is left out, if they differ. */
    private static String common(DescribedVehicle vehicle, Function<Style, String> having) {
        List<String> values = vehicle.styles().stream().map(having).distinct().toList();
        return values.size() == 1 ? values.get(0) : null;
    }
}
