package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.catalog.features.FactoryOption;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Build sheet of one vehicle, as the manufacturer knows it. Unlike everything else in the sandbox it depends on the
 * whole VIN.
 */
public record BuildSheet(Vin vin, Style style) {

    /** The sheet of a vehicle that is one of these styles. */
    public static BuildSheet of(Vin vin, List<Style> candidates) {
        return new BuildSheet(vin, draw(vin, "style").from(candidates));
    }

    /** Time at which it was built, as a dateTime. */
    String built() {
        LocalDate day =
                LocalDate.of(style.year() - 1, 8, 1).plusDays(draw(vin, "built").below(330));
        return day.atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Price with its options, in dollars. */
    public double msrp() {
        return style.price().msrp() + 45.0 * draw(vin, "options").below(100);
    }

    /** The day on which it was built, as CVD writes it. */
    public String builtOn() {
        String day = built();
        return day.substring(5, 7) + "/" + day.substring(8, 10) + "/" + day.substring(0, 4);
    }

    /** Code of its paint. */
    public String paint() {
        return draw(vin, "paint").from(style.paints()).code();
    }

    /** Plant where it was built. */
    public String plant() {
        return vin.text().substring(10, 11);
    }

    /** Codes of the options that were built in. */
    public List<String> optionCodes(double fullness) {
        return FactoryOption.of(style, fullness).stream()
                .filter(option ->
                        !option.isColor() && draw(vin, option.chromeCode()).chance(0.3))
                .map(option -> option.oemCode(style))
                .distinct()
                .toList();
    }

    /** Marks one paint, one interior and a part of the options as built. */
    public void install(InstalledEquipment installed, double fullness) {
        String paint = draw(vin, "paint").from(style.paints()).code();
        String upholstery = draw(vin, "upholstery").from(style.upholsteries()).code();
        installed.exteriorColor(paint, "ExteriorColorBuild");
        installed.interiorColor(upholstery, "InteriorColorBuild");
        for (FactoryOption option : FactoryOption.of(style, fullness)) {
            boolean color = option.isColor();
            boolean chosen =
                    option.oemCode(style).equals(paint) || option.oemCode(style).equals(upholstery);
            if (color ? chosen : draw(vin, option.chromeCode()).chance(0.3)) {
                installed.option(option.chromeCode(), "OptionCodeBuild");
                option.categories().forEach(category -> installed.category(category.id(), "RelatedCategory"));
            }
        }
    }

    private static Draw draw(Vin vin, String purpose) {
        return Draw.of("build").with(vin.text()).with(purpose);
    }
}
