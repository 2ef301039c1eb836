package io.vinbridge.vehicles.cards;

import java.math.BigDecimal;
import java.util.List;

/**
 * Facts by which a vehicle is shown and found, as far as its description tells them. Where several styles fit, each is
 * what they all share. Each may be null: nothing says it, or the styles differ.
 *
 * @param country whose data it is (ISO 3166)
 * @param language of the vendor's texts (ISO 639)
 * @param body a word of the closed list, of the primary body type
 * @param bodyText the vendor's text of it
 * @param doors for passengers, without the rear hatch
 * @param seats how many may ride
 * @param drivetrain {@code fwd}, {@code rwd}, {@code awd} or {@code 4wd}
 * @param fuel a word of the closed list
 * @param electrification a word of the closed list; null also where it has none
 * @param exteriorColor the colour that the factory or the choice of colours tells
 * @param highlights what stands out and is known to be there, the first first; at most eight
 * @param candidates the styles it may be, where none is chosen among several; else none
 */
public record Card(
        String country,
        String language,
        Integer styleId,
        Integer year,
        String make,
        String model,
        String trim,
        String styleName,
        String modelCode,
        String body,
        String bodyText,
        Integer doors,
        Integer seats,
        String drivetrain,
        String drivetrainText,
        Transmission transmission,
        Engine engine,
        String fuel,
        String fuelText,
        String electrification,
        Figure power,
        Figure torque,
        Consumption consumption,
        Price price,
        Paint exteriorColor,
        Paint interiorColor,
        List<String> highlights,
        List<Candidate> candidates) {

    /** A transmission: its kind in a word of the closed list, how many forward gears, and the vendor's text. */
    public record Transmission(String kind, Integer speeds, String text) {}

    /** An engine; none of an electric one has cylinders or litres. */
    public record Engine(String text, Integer cylinders, BigDecimal litres, String aspiration, String aspirationText) {}

    /** Power in {@code hp} or torque in {@code lb-ft}, at revolutions per minute where that is said. */
    public record Figure(BigDecimal value, String unit, Integer rpm) {}

    /** Distance per amount of fuel, or what an electric one is said to be worth, in {@code unit}. */
    public record Consumption(BigDecimal city, BigDecimal highway, BigDecimal combined, String unit) {}

    /**
     * Price when new, in the currency of the country.
     *
     * @param options what the options that the factory built in cost together, by MSRP; null where none is known or one
     *     has no one price
     */
    public record Price(
            BigDecimal msrp, BigDecimal invoice, BigDecimal destination, BigDecimal options, String currency) {}

    /**
     * A colour.
     *
     * @param hex as screens show it, {@code #RRGGBB}
     * @param family the everyday name, in lower case
     * @param basis how it is known: {@code built} by the factory, {@code only} one offered, {@code stated} by a dealer
     */
    public record Paint(String name, String code, String hex, String family, String basis) {}

    /** A style that it may be. */
    public record Candidate(int styleId, String name, String trim, BigDecimal msrp) {}
}
