package io.vinbridge.vehicles.cards;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.equipment.ConsumerInformation;
import java.math.BigDecimal;
import java.util.List;

/**
 * One style alone, with all that its description says of it.
 *
 * @param card its facts in short
 * @param engines those it may have; of several, none is known to be built in
 * @param equipment what every vehicle of the style has, or this one is known to have
 * @param options what it may have for a price
 */
public record StyleDetails(
        Card card,
        List<Engine> engines,
        List<Item> equipment,
        List<Extra> options,
        List<Fact> specifications,
        List<OfferedPaint> exteriorColors,
        List<OfferedPaint> interiorColors,
        List<ConsumerInformation> consumerInformation) {

    /**
     * A piece of equipment; {@code presence} is {@code installed} where this vehicle is known to have it, else
     * {@code standard}.
     */
    public record Item(String group, String text, List<Integer> categoryIds, String presence) {}

    /**
     * A factory option.
     *
     * @param text the longer description; null where there is only a name
     * @param presence {@code installed}, {@code standard} or {@code optional}
     * @param msrp null where it is unknown or a range
     */
    public record Extra(
            String code,
            String chromeCode,
            String name,
            String text,
            String group,
            Integer kindId,
            String presence,
            BigDecimal msrp,
            BigDecimal invoice) {}

    /**
     * A technical specification.
     *
     * @param value a number where it is one, else a text
     * @param condition under which the value holds; null for none
     */
    public record Fact(
            Integer titleId, String group, String header, String title, Object value, String unit, String condition) {}

    /** A colour that it comes in; {@code presence} is {@code installed} or {@code optional}. */
    public record OfferedPaint(String name, String code, String hex, String family, String presence) {}
}
