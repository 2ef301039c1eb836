package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Paint;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Upholstery;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Colors outside and inside and their plain names: those that are installed, and with ShowAvailableEquipment the others
 * too.
 */
public final class ColorSection implements Section {

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        List<SharedItem<Paint>> paints = SharedItem.among(vehicle.styles(), Style::paints, Paint::code);
        List<SharedItem<Upholstery>> upholsteries =
                SharedItem.among(vehicle.styles(), Style::upholsteries, Upholstery::code);
        Set<String> plainNames = new TreeSet<>();
        for (SharedItem<Paint> paint : paints) {
            Optional<String> cause =
                    vehicle.installed().causeOfExteriorColor(paint.thing().code());
            if (shown(vehicle, cause)) {
                plainNames.add(paint.thing().generic());
                exterior(paint, cause, xml);
            }
        }
        for (SharedItem<Upholstery> upholstery : upholsteries) {
            Optional<String> cause =
                    vehicle.installed().causeOfInteriorColor(upholstery.thing().code());
            if (shown(vehicle, cause)) {
                interior(upholstery, cause, xml);
            }
        }
        plainNames.forEach(name -> generic(name, Optional.empty(), xml));
    }

    private static boolean shown(DescribedVehicle vehicle, Optional<String> cause) {
        return cause.isPresent() || vehicle.shows(Switch.ShowAvailableEquipment);
    }

    private static void exterior(SharedItem<Paint> paint, Optional<String> cause, Xml xml) {
        xml.open("exteriorColor")
                .with("colorCode", paint.thing().code())
                .with("colorName", paint.thing().name())
                .with("rgbValue", paint.thing().rgb());
        generic(paint.thing().generic(), cause.map(why -> "RelatedColor"), xml);
        Shapes.styleIds(xml, paint.styles());
        Shapes.installed(xml, cause).close();
    }

    private static void interior(SharedItem<Upholstery> upholstery, Optional<String> cause, Xml xml) {
        xml.open("interiorColor")
                .with("colorCode", upholstery.thing().code())
                .with("colorName", upholstery.thing().name());
        generic(upholstery.thing().generic(), cause.map(why -> "RelatedColor"), xml);
        Shapes.styleIds(xml, upholstery.styles());
        Shapes.installed(xml, cause).close();
    }

    private static void generic(String name, Optional<String> cause, Xml xml) {
        xml.open("genericColor").with("name", name).with("primary", true);
        Shapes.installed(xml, cause).close();
    }
}
