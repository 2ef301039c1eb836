package io.vinbridge.vehicles.opinions;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.Measure;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.cards.OfferedCard;
import io.vinbridge.vpic.decode.DecodedVin;
import java.math.BigDecimal;
import java.util.List;

/**
 * Stand-in for a description: what NHTSA's data says of a vehicle, in the form of a document.
 *
 * @param body the document, canonical JSON
 * @param card the card of it, canonical JSON
 */
record StandIn(VehicleSummary summary, String body, String card) {

    private static final int MAKE = 26;
    private static final int MODEL = 28;
    private static final int TRIM = 38;
    private static final int BODY_CLASS = 5;
    private static final int DRIVE = 15;
    private static final int CYLINDERS = 9;
    private static final int LITRES = 13;
    private static final int HORSEPOWER = 71;
    private static final int FUEL = 24;

    /** Null where not even the make is known: there is nothing to tell then. */
    static StandIn of(DecodedVin vin) {
        if (vin.said(MAKE) == null) {
            return null;
        }
        Description description = Description.of(common(vin), List.of(), engines(vin));
        return new StandIn(
                VehicleSummary.of(description),
                CanonicalJson.text(description),
                CanonicalJson.text(OfferedCard.of(description, OfferedCard.NO_STYLE)));
    }

    private static CommonFacts common(DecodedVin vin) {
        return new CommonFacts(
                null,
                null,
                vin.modelYear(),
                vin.said(MAKE),
                vin.said(MODEL),
                null,
                vin.said(TRIM),
                vin.said(BODY_CLASS),
                vin.said(DRIVE),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static List<Engine> engines(DecodedVin vin) {
        BigDecimal cylinders = number(vin.said(CYLINDERS));
        BigDecimal litres = number(vin.said(LITRES));
        BigDecimal power = number(vin.said(HORSEPOWER));
        String fuel = vin.said(FUEL);
        if (cylinders == null && litres == null && power == null && fuel == null) {
            return List.of();
        }
        return List.of(new Engine(
                null,
                fuel == null ? null : new IdentifiedName(null, fuel),
                cylinders == null ? null : cylinders.intValue(),
                litres == null ? List.of() : List.of(new Measure(litres.toPlainString(), "liters")),
                power == null ? null : new Engine.Output(power, null),
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static BigDecimal number(String text) {
        try {
            return text == null ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
