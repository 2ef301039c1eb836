package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Engine;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;

/**
 * The engines. Where there is one alone it is installed. An electric one has no cylinders, displacement and fuel
 * capacity.
 */
public final class EngineSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        List<Engine> engines =
                vehicle.styles().stream().map(Style::engine).distinct().toList();
        Optional<String> cause = engines.size() > 1
                ? Optional.empty()
                : Optional.of(vehicle.vin().isPresent() ? "VIN" : "BaseEquipment");
        engines.forEach(engine -> write(engine, cause, vehicle.extended(), xml));
    }

    private static void write(Engine engine, Optional<String> cause, boolean extended, Xml xml) {
        boolean strong = engine.induction() != null && engine.horsepower() >= 400;
        xml.open("engine").with("highOutput", strong);
        Shapes.named(xml, "engineType", engine.type());
        Shapes.named(xml, "fuelType", engine.fuel());
        xml.open("horsepower")
                .with("value", (double) engine.horsepower())
                .with("rpm", engine.horsepowerAt())
                .close();
        xml.open("netTorque")
                .with("value", (double) engine.torque())
                .with("rpm", engine.torqueAt())
                .close();
        if (!engine.electric()) {
            xml.leaf("cylinders", engine.cylinders());
            displacement(engine, extended, xml);
        }
        xml.open("fuelEconomy").with("unit", "MPG");
        Shapes.range(xml, "city", List.of(engine), Engine::city);
        Shapes.range(xml, "hwy", List.of(engine), Engine::highway).close();
        if (!engine.electric()) {
            xml.open("fuelCapacity")
                    .with("low", engine.tank())
                    .with("high", engine.tank())
                    .with("unit", "gal")
                    .close();
        }
        if (engine.induction() != null) {
            Shapes.named(xml, "forcedInduction", engine.induction());
        }
        Shapes.installed(xml, cause).close();
    }

    /** 7a has it in attributes, the later versions in elements (ChromeData on the wire, 1.7). */
    private static void displacement(Engine engine, boolean extended, Xml xml) {
        xml.open("displacement");
        if (extended) {
            xml.open("value")
                    .with("unit", "liters")
                    .text(String.valueOf(engine.litres()))
                    .close();
            xml.open("value")
                    .with("unit", "cubicIn")
                    .text(String.valueOf(engine.cubicInches()))
                    .close();
        } else {
            xml.with("liters", engine.litres()).with("cubicIn", engine.cubicInches());
        }
        xml.close();
    }
}
