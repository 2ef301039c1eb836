package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.confirmed;
import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derivation of one style's details from a description, without what belongs to other styles. */
public final class StyleDerivation {

    private static final String INSTALLED = "installed";
    private static final String STANDARD = "standard";
    private static final String OPTIONAL = "optional";

    private final NarrowedDescription narrowed;
    private final Description whole;

    private StyleDerivation(DescriptionIndex index, int styleId) {
        this.whole = index.description();
        this.narrowed = new NarrowedDescription(index, styleId);
    }

    /** The details of a style that the description has. */
    public static StyleDetails of(Description description, int styleId) {
        DescriptionIndex index = new DescriptionIndex(description);
        return new StyleDerivation(index, styleId).details(CardDerivation.of(index, styleId));
    }

    private StyleDetails details(Card card) {
        return new StyleDetails(
                card,
                narrowed.engines(),
                whole.equipment().stream()
                        .filter(one -> narrowed.holds(one.styleIds()))
                        .map(StyleDerivation::item)
                        .toList(),
                whole.options().stream()
                        .filter(one -> narrowed.holds(one.styleIds()))
                        .map(StyleDerivation::extra)
                        .toList(),
                whole.specifications().stream().flatMap(this::facts).toList(),
                paints(whole.exteriorColors()),
                paints(whole.interiorColors()),
                listed(whole.consumerInformation()).stream()
                        .filter(one -> narrowed.holds(one.styleIds()))
                        .toList());
    }

    /**
     * A standard piece that the VIN or the factory confirms is there; what is merely in the base equipment may have
     * been taken out.
     */
    private static StyleDetails.Item item(Equipment one) {
        return new StyleDetails.Item(
                name(one.header()),
                one.description(),
                listed(one.categories()).stream().map(Category::id).toList(),
                certain(one.installed()) ? INSTALLED : STANDARD);
    }

    private static boolean certain(InstallationCause installed) {
        return confirmed(installed) && !"BaseEquipment".equals(installed.cause());
    }

    private static StyleDetails.Extra extra(Option one) {
        List<String> texts = listed(one.descriptions());
        String presence =
                confirmed(one.installed()) ? INSTALLED : Boolean.TRUE.equals(one.standard()) ? STANDARD : OPTIONAL;
        return new StyleDetails.Extra(
                one.oemCode(),
                one.chromeCode(),
                texts.isEmpty() ? null : texts.get(0),
                texts.size() < 2 ? null : texts.get(1),
                name(one.header()),
                one.kindId(),
                presence,
                amount(one.price(), PriceRange::msrp),
                amount(one.price(), PriceRange::invoice));
    }

    private static BigDecimal amount(PriceRange price, Function<PriceRange, AmountRange> part) {
        return price == null || Boolean.TRUE.equals(price.unknown()) ? null : EngineFacts.only(part.apply(price));
    }

    private Stream<StyleDetails.Fact> facts(Specification one) {
        SpecificationDefinition definition = one.definition();
        return listed(one.values()).stream()
                .filter(value -> value.value() != null && narrowed.holds(value.styleIds()))
                .map(value -> new StyleDetails.Fact(
                        titleId(one),
                        definition == null ? null : name(definition.group()),
                        definition == null ? null : name(definition.header()),
                        definition == null ? null : name(definition.title()),
                        value(value.value()),
                        definition == null ? null : definition.unit(),
                        value.condition() == null || value.condition().isBlank() ? null : value.condition()));
    }

    private static Integer titleId(Specification one) {
        return one.titleId() != null
                        || one.definition() == null
                        || one.definition().title() == null
                ? one.titleId()
                : one.definition().title().id();
    }

    private static Object value(String text) {
        BigDecimal number = EngineFacts.number(text);
        return number == null ? text : number;
    }

    private List<StyleDetails.OfferedPaint> paints(List<Color> colors) {
        return colors.stream()
                .filter(color -> narrowed.holds(color.styleIds()))
                .map(color -> new StyleDetails.OfferedPaint(
                        color.name(),
                        color.code(),
                        PaintFacts.hex(color.rgb()),
                        PaintFacts.family(color),
                        confirmed(color.installed()) ? INSTALLED : OPTIONAL))
                .toList();
    }

    private static String name(IdentifiedName named) {
        return named == null ? null : named.name();
    }
}
