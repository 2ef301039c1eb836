package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.media.Gallery;
import io.vinbridge.sandbox.media.Photo;
import io.vinbridge.sandbox.media.PictureAddresses;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The styles (ChromeData on the wire, 1.4.1), with their pictures as far as the account may get them. */
public final class StyleSection implements Section {
    private final PictureAddresses addresses;
    private final GalleryLicence licence;

    public StyleSection(PictureAddresses addresses, GalleryLicence licence) {
        this.addresses = addresses;
        this.licence = licence;
    }

    @Override
    public void write(DescribedVehicle vehicle, Xml xml) {
        vehicle.styles().forEach(style -> write(vehicle, style, xml));
    }

    private void write(DescribedVehicle vehicle, Style style, Xml xml) {
        xml.open("style")
                .with("id", style.id().number())
                .with("modelYear", style.year())
                .with("name", style.name())
                .with("nameWoTrim", style.nameWithoutTrim())
                .with("trim", style.trim().isEmpty() ? null : style.trim())
                .with("mfrModelCode", style.manufacturerCode())
                .with("fleetOnly", style.fleetOnly())
                .with("modelFleet", style.fleet())
                .with("passDoors", style.body().doors())
                .with("altModelName", style.line().name())
                .with("altStyleName", style.name())
                .with("altBodyType", style.body().alternative())
                .with("drivetrain", style.drive().drivetrain());
        Shapes.named(xml, "division", style.line().division().asNamed());
        Shapes.named(xml, "subdivision", Catalog.subdivision(style.line()));
        Shapes.named(
                xml,
                "model",
                new IdentifiedString(style.id().model().number(), style.line().name()));
        price(style, xml);
        bodyTypes(style.body().types(), xml);
        Shapes.named(xml, "marketClass", style.body().market(style.drive()));
        Gallery.of(style).ifPresent(gallery -> pictures(vehicle, style, gallery, xml));
        if (vehicle.extended()) {
            xml.leaf("acode", style.acode());
        }
        xml.close();
    }

    private static void price(Style style, Xml xml) {
        xml.open("basePrice")
                .with("unknown", false)
                .with("invoice", (double) style.price().invoice())
                .with("msrp", (double) style.price().msrp())
                .with("destination", (double) style.price().destination())
                .close();
    }

    private static void bodyTypes(List<IdentifiedString> types, Xml xml) {
        for (IdentifiedString type : types) {
            xml.open("bodyType").with("id", type.id()).with("primary", type.equals(types.get(0)));
            xml.text(type.name()).close();
        }
    }

    private void pictures(DescribedVehicle vehicle, Style style, Gallery gallery, Xml xml) {
        Photo stock = gallery.stock();
        xml.open("stockImage")
                .with("url", addresses.stock(stock.fileName()))
                .with("width", stock.attributes().get("width"))
                .with("height", stock.attributes().get("height"))
                .with("filename", stock.fileName())
                .close();
        Optional<String> asked = vehicle.request().text("includeMediaGallery");
        if (licence != GalleryLicence.NONE) {
            xml.open("mediaGallery").with("styleId", style.id().number());
            if (licence.views(asked)) {
                gallery.views().forEach(photo -> photo("view", photo, Map.of(), xml));
            }
            if (licence.colored(asked)) {
                gallery.colored().forEach(photo -> photo("colorized", photo, match(vehicle, photo), xml));
            }
            xml.close();
        }
    }

    private void photo(String element, Photo photo, Map<String, String> match, Xml xml) {
        xml.open(element).with("url", addresses.give(photo.fileName()));
        photo.attributes().forEach(xml::with);
        match.forEach(xml::with);
        xml.close();
    }

    /** Marks the pictures whose color is the one that was asked for. */
    private static Map<String, String> match(DescribedVehicle vehicle, Photo photo) {
        boolean matches = photo.color()
                .flatMap(paint -> vehicle.installed().causeOfExteriorColor(paint.code()))
                .filter("ExteriorColorInput"::equals)
                .isPresent();
        return Map.of("match", String.valueOf(matches));
    }
}
