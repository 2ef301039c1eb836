package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.vehicles.VehicleSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Derivation of a card from a description: each member by the rule that docs/api.md has for it. */
public final class CardDerivation {

    private static final Map<String, String> CURRENCIES = Map.of("US", "USD", "CA", "CAD");
    private static final Set<String> SEATS = Set.of("Passenger Capacity", "Seating Capacity");

    private final NarrowedDescription narrowed;

    private CardDerivation(NarrowedDescription narrowed) {
        this.narrowed = narrowed;
    }

    /** The card of one style of a description; {@code styleId} is null where none of its styles is chosen. */
    public static Card of(Description description, Integer styleId) {
        return of(new DescriptionIndex(description), styleId);
    }

    static Card of(DescriptionIndex index, Integer styleId) {
        Description description = index.description();
        Integer chosen = styleId != null || description.styles().size() != 1
                ? styleId
                : Integer.valueOf(description.styles().get(0).id());
        VehicleSummary summary =
                chosen == null ? VehicleSummary.of(description) : VehicleSummary.of(description, chosen);
        return new CardDerivation(new NarrowedDescription(index, chosen)).card(summary);
    }

    private Card card(VehicleSummary summary) {
        CommonFacts common = narrowed.whole().common();
        EngineFacts engine = new EngineFacts(narrowed);
        PaintFacts paint = new PaintFacts(narrowed);
        return new Card(
                common.country(),
                common.language(),
                summary.styleId(),
                summary.modelYear(),
                summary.make(),
                summary.model(),
                trim(common),
                narrowed.styles().size() == 1 ? narrowed.shared(Style::name) : common.style(),
                narrowed.shared(Style::modelCode),
                body(common),
                summary.bodyType(),
                narrowed.shared(Style::doors),
                seats(),
                drivetrain(common),
                summary.drivetrain(),
                new TransmissionFacts(narrowed).read(),
                engine.engine(),
                engine.fuel(),
                engine.fuelText(),
                engine.electrification(),
                engine.power(),
                engine.torque(),
                engine.consumption(),
                price(common),
                paint.read(narrowed.whole().exteriorColors()),
                paint.read(narrowed.whole().interiorColors()),
                new HighlightFacts(narrowed).read(),
                candidates());
    }

    private String trim(CommonFacts common) {
        String shared = narrowed.shared(Style::trim);
        return shared == null && narrowed.styles().size() != 1 ? common.trim() : shared;
    }

    /** Styles may have bodies of different texts that are one word; without styles, what the VIN says. */
    private String body(CommonFacts common) {
        return narrowed.styles().isEmpty()
                ? ClosedWords.BODY.of(common.bodyType())
                : narrowed.shared(CardDerivation::body);
    }

    private static String body(Style style) {
        String primary = ClosedWords.BODY.of(style.primaryBodyType());
        return primary == null ? ClosedWords.BODY.of(style.alternateBodyType()) : primary;
    }

    /** French answers have no drivetrain of a style: the VIN's driving wheels hold for all of them. */
    private String drivetrain(CommonFacts common) {
        boolean silent = narrowed.styles().stream().allMatch(style -> style.drivetrain() == null);
        return silent
                ? ClosedWords.DRIVETRAIN.of(common.drivingWheels())
                : narrowed.shared(style -> ClosedWords.DRIVETRAIN.of(style.drivetrain()));
    }

    private Integer seats() {
        BigDecimal seats = EngineFacts.number(narrowed.shared(style -> narrowed.specification(style, SEATS)));
        return seats == null || seats.stripTrailingZeros().scale() > 0 ? null : Integer.valueOf(seats.intValue());
    }

    private Card.Price price(CommonFacts common) {
        return new Card.Price(
                narrowed.shared(style -> amount(style.price(), Price::msrp)),
                narrowed.shared(style -> amount(style.price(), Price::invoice)),
                narrowed.shared(style -> amount(style.price(), Price::destination)),
                options(),
                common.country() == null ? null : CURRENCIES.get(common.country()));
    }

    /** A price that is said to be unknown is none, and neither is nothing. */
    private static BigDecimal amount(Price price, Function<Price, BigDecimal> part) {
        BigDecimal amount = price == null || Boolean.TRUE.equals(price.unknown()) ? null : part.apply(price);
        return amount == null || amount.signum() <= 0 ? null : EngineFacts.plain(amount);
    }

    /** Options that the factory built in; what is standard costs nothing more. */
    private BigDecimal options() {
        List<Option> built = narrowed.whole().options().stream()
                .filter(option -> NarrowedDescription.built(option.installed()))
                .filter(option -> !Boolean.TRUE.equals(option.standard()) && narrowed.holds(option.styleIds()))
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (Option option : built) {
            BigDecimal price =
                    option.price() == null || Boolean.TRUE.equals(option.price().unknown())
                            ? null
                            : EngineFacts.only(option.price().msrp());
            if (price == null) {
                return null;
            }
            sum = sum.add(price);
        }
        return built.isEmpty() ? null : EngineFacts.plain(sum);
    }

    private List<Card.Candidate> candidates() {
        return narrowed.styles().size() == 1
                ? List.of()
                : listed(narrowed.styles()).stream()
                        .map(style -> new Card.Candidate(
                                style.id(), style.name(), style.trim(), amount(style.price(), Price::msrp)))
                        .toList();
    }
}
