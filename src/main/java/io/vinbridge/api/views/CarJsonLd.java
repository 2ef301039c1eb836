package io.vinbridge.api.views;

import static io.vinbridge.api.views.JsonLd.first;
import static io.vinbridge.api.views.JsonLd.known;
import static io.vinbridge.api.views.JsonLd.object;
import static io.vinbridge.api.views.JsonLd.put;
import static io.vinbridge.api.views.JsonLd.quantity;
import static io.vinbridge.api.views.JsonLd.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.stock.dealers.Dealer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A card as JSON-LD: a {@code Car} of schema.org, as search engines read it in a dealer's page. Each member is named
 * here, so that nothing that a dealer keeps to himself gets there.
 */
record CarJsonLd(JsonNode card, OfferJsonLd offered) {

    private static final Map<String, String> WHEELS = Map.of(
            "awd", "AllWheelDriveConfiguration",
            "4wd", "FourWheelDriveConfiguration",
            "fwd", "FrontWheelDriveConfiguration",
            "rwd", "RearWheelDriveConfiguration");

    /** The card of a vehicle; {@code dealer} is who offers it, null where it is none that was put. */
    static ObjectNode of(JsonNode card, Dealer dealer) {
        return new CarJsonLd(card, new OfferJsonLd(card, dealer)).car();
    }

    private ObjectNode car() {
        ObjectNode car = object("Car").put("@context", JsonLd.SCHEMA);
        car.put("name", name());
        put(car, "vehicleIdentificationNumber", card.path("vin"));
        if (known(card.path("make"))) {
            car.set("brand", object("Brand").set("name", card.path("make")));
        }
        put(car, "model", card.path("model"));
        put(car, "vehicleModelDate", text(card.path("year").asText(null)));
        put(car, "vehicleConfiguration", first(card.path("styleName"), card.path("trim")));
        put(car, "bodyType", first(card.path("bodyText"), card.path("body")));
        JsonLd.word(car, "driveWheelConfiguration", WHEELS, card.path("drivetrain"));
        put(car, "vehicleTransmission", first(card.at("/transmission/text"), card.at("/transmission/kind")));
        put(car, "fuelType", first(card.path("fuelText"), card.path("fuel")));
        engine(car);
        put(car, "numberOfDoors", card.path("doors"));
        put(car, "vehicleSeatingCapacity", card.path("seats"));
        put(car, "color", card.at("/exteriorColor/name"));
        put(car, "vehicleInteriorColor", first(card.at("/interiorColor/name"), offered.said("interiorColor")));
        images(car);
        offered.addTo(car);
        return car;
    }

    private String name() {
        String name = Stream.of("year", "make", "model", "trim")
                .map(card::path)
                .filter(JsonLd::known)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? card.path("vin").asText() : name;
    }

    private void engine(ObjectNode car) {
        ObjectNode engine = object("EngineSpecification");
        put(engine, "name", card.at("/engine/text"));
        quantity(engine, "engineDisplacement", card.at("/engine/litres"), "LTR");
        quantity(engine, "enginePower", card.at("/power/value"), "BHP");
        if (engine.size() > 1) {
            car.set("vehicleEngine", engine);
        }
    }

    /** The dealer's own photographs of the car, else the pictures of its style that are copied. */
    private void images(ObjectNode car) {
        ArrayNode images = JsonNodeFactory.instance.arrayNode();
        Stream.of(offered.said("photos"))
                .flatMap(photos -> Stream.iterate(0, at -> at < photos.size(), at -> at + 1)
                        .map(photos::get))
                .filter(photo -> photo.asText("").matches("https?://.+"))
                .forEach(images::add);
        if (images.isEmpty()) {
            card.at("/pictures/thumbnails").forEach(picture -> images.add(picture.path("url")));
        }
        if (!images.isEmpty()) {
            car.set("image", images);
        }
    }
}
