package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an {@code engine} element. Displacement is two attributes in 7a and child elements from 7b on; both end alike.
 */
final class EngineReader {

    private IdentifiedName type;
    private IdentifiedName fuel;
    private IdentifiedName forcedInduction;
    private Integer cylinders;
    private Engine.Output horsepower;
    private Engine.Output torque;
    private Engine.FuelEconomy fuelEconomy;
    private Engine.FuelCapacity fuelCapacity;
    private InstallationCause installed;
    private final List<Measure> displacement = new ArrayList<>(2);

    private EngineReader() {}

    static Engine read(XmlCursor xml) {
        return new EngineReader().engine(xml);
    }

    private Engine engine(XmlCursor xml) {
        Boolean highOutput = xml.flag("highOutput");
        xml.children(child -> part(child, xml));
        return new Engine(
                type,
                fuel,
                cylinders,
                displacement,
                horsepower,
                torque,
                fuelEconomy,
                fuelCapacity,
                forcedInduction,
                highOutput,
                installed);
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "engineType" -> type = CommonElements.named(xml);
            case "fuelType" -> fuel = CommonElements.named(xml);
            case "horsepower" -> horsepower = output(xml);
            case "netTorque" -> torque = output(xml);
            case "cylinders" -> cylinders = XmlNumber.whole(xml.text());
            case "displacement" -> displacement(xml);
            case "fuelEconomy" -> fuelEconomy = fuelEconomy(xml);
            case "fuelCapacity" ->
                fuelCapacity = new Engine.FuelCapacity(xml.attribute("unit"), xml.decimal("low"), xml.decimal("high"));
            case "forcedInduction" -> forcedInduction = CommonElements.named(xml);
            case "installed" -> installed = CommonElements.cause(xml);
            default -> {}
        }
    }

    private static Engine.Output output(XmlCursor xml) {
        return new Engine.Output(xml.decimal("value"), xml.integer("rpm"));
    }

    private void displacement(XmlCursor xml) {
        attributeMeasure(xml, "liters");
        attributeMeasure(xml, "cubicIn");
        xml.children(child -> {
            if ("value".equals(child)) {
                String unit = xml.attribute("unit");
                displacement.add(new Measure(xml.text(), unit));
            }
        });
    }

    private void attributeMeasure(XmlCursor xml, String unit) {
        String value = xml.attribute(unit);
        if (value != null) {
            displacement.add(new Measure(value, unit));
        }
    }

    private static Engine.FuelEconomy fuelEconomy(XmlCursor xml) {
        String unit = xml.attribute("unit");
        var found = new Object() {
            AmountRange city;
            AmountRange highway;
        };
        xml.children(child -> {
            switch (child) {
                case "city" -> found.city = CommonElements.span(xml);
                case "hwy" -> found.highway = CommonElements.span(xml);
                default -> {}
            }
        });
        return new Engine.FuelEconomy(unit, found.city, found.highway);
    }
}
