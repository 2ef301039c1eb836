package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Acode;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.PatternDecode;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the styles that a request is about: by VIN, style id, Acode, or year, make and model. */
record Identification(Catalog catalog, DescribeRequest request) {

    /** The styles, and the VIN if it was one that was asked for. */
    record Found(List<Style> styles, Optional<Vin> vin) {}

    Found find() throws NotFound {
        Optional<String> vin = request.vin();
        if (vin.isPresent()) {
            return byVin(vin.get());
        }
        List<Style> styles = request.element().integer("styleId").isPresent()
                ? byStyleId(request.element().integer("styleId").get())
                : request.text("acode").isPresent()
                        ? byAcode(request.text("acode").get())
                        : byName();
        return new Found(offered(styles), Optional.empty());
    }

    private Found byVin(String text) throws NotFound {
        Optional<String> flaw = Vin.flaw(text);
        if (flaw.isPresent()) {
            throw new NotFound(flaw.get());
        }
        Vin vin = new Vin(text);
        PatternDecode decoding = catalog.decode(vin.pattern(), request.country())
                .orElseThrow(() -> new NotFound("VinNotCarriedByChrome"));
        return new Found(offered(decoding.styles()), Optional.of(vin));
    }

    private List<Style> byStyleId(int number) throws NotFound {
        return catalog.style(number)
                .filter(this::ofCountry)
                .map(List::of)
                .orElseThrow(() -> new NotFound("UnrecognizedStyleId"));
    }

    private List<Style> byAcode(String acode) throws NotFound {
        if (acode.length() != Acode.LENGTH) {
            throw new NotFound("InvalidAcodeLength");
        }
        if (!acode.chars().allMatch(Character::isLetterOrDigit)) {
            throw new NotFound("InvalidAcodeCharacter");
        }
        return catalog.styleByAcode(acode)
                .filter(this::ofCountry)
                .map(List::of)
                .orElseThrow(() -> new NotFound("UnrecognizedAcode"));
    }

    private List<Style> byName() throws NotFound {
        int year = request.element().integer("modelYear").orElseThrow();
        String make = request.text("makeName").orElse("");
        String model = request.text("modelName").orElse("");
        List<Style> styles = catalog.styles(year, make, model, request.country());
        if (styles.isEmpty()) {
            throw new NotFound("NameMatchNotFound");
        }
        return styles;
    }

    private boolean ofCountry(Style style) {
        Country country = style.id().country();
        return country == request.country();
    }

    /** Leaves out regional and fleet styles as the request says, but never all that there are. */
    private List<Style> offered(List<Style> styles) {
        List<Style> offered = styles;
        if (!request.has(Switch.IncludeRegionalVehicles)) {
            offered = narrowed(offered, style -> !style.regional());
        }
        String mode = request.text("vehicleProcessMode").orElse("");
        if (mode.equals("ExcludeFleetOnly")) {
            offered = narrowed(offered, style -> !style.fleetOnly());
        }
        return mode.equals("ExcludeRetailOnly") ? narrowed(offered, Style::fleet) : offered;
    }

    private static List<Style> narrowed(List<Style> styles, Predicate<Style> kept) {
        List<Style> left = styles.stream().filter(kept).toList();
        return left.isEmpty() ? styles : left;
    }

    /** There is nothing to describe, for the reason of a status code. */
    static final class NotFound extends Exception {
        private static final long serialVersionUID = 1L;

        NotFound(String code) {
            super(code, null, false, false);
        }

        String code() {
            return getMessage();
        }
    }
}
