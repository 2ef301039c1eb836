package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.DescribedVehicle;
import io.vinbridge.sandbox.ads.sections.Section;
import io.vinbridge.sandbox.ads.soap.Envelope;
import io.vinbridge.sandbox.ads.soap.Tail;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rendered VehicleDescription in the two parts that stay the same for all VINs of a pattern: the attributes of the
 * root, and everything from the attribute {@code vin} on (or from the styles on, where no VIN was asked for).
 */
record Description(String root, Tail rest) {

    private static final String ROOT = "VehicleDescription";
    private static final int USUAL_LENGTH = 90_000;

    /** The bytes of memory that it holds. */
    int size() {
        return rest.bytes().length * 5 / 4;
    }

    static Description of(DescribedVehicle vehicle, List<Section> sections) {
        Xml rest = new Xml(USUAL_LENGTH * (7 + vehicle.styles().size()) / 8).within(ROOT);
        sections.forEach(section -> section.write(vehicle, rest));
        return new Description(root(vehicle), Envelope.tail(rest.close()));
    }

    /** The reply for a status and a VIN. */
    Reply reply(Status status, Optional<Vin> vin, boolean gzip) {
        String start = root + ">" + status.xml();
        String named =
                vin.map(one -> "<vinDescription vin=\"" + one.text() + "\"").orElse("");
        return Envelope.reply(start + named, rest, gzip);
    }

    private static String root(DescribedVehicle vehicle) {
        Style any = vehicle.any();
        Xml xml = new Xml(400).open(ROOT);
        xml.with("xmlns", vehicle.request().version().namespace())
                .with("country", vehicle.request().country())
                .with("language", "en")
                .with("modelYear", any.year())
                .with("bestMakeName", any.line().division().name())
                .with("bestModelName", any.line().name())
                .with("bestStyleName", best(vehicle, Style::name))
                .with("bestTrimName", best(vehicle, Style::trim));
        return xml.toString();
    }

    private static String best(DescribedVehicle vehicle, Function<Style, String> having) {
        return CommonWords.of(vehicle.styles().stream().map(having).toList()).orElse(null);
    }
}
