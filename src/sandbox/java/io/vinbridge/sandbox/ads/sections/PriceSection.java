package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Price;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;

/** The base price, from the cheapest style to the dearest. */
public final class PriceSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        List<Price> prices = vehicle.styles().stream().map(Style::price).toList();
        xml.open("basePrice").with("unknown", false);
        Shapes.range(xml, "invoice", prices, Price::invoice);
        Shapes.range(xml, "msrp", prices, Price::msrp);
        Shapes.range(xml, "destination", prices, Price::destination).close();
    }
}
