package io.vinbridge.vehicles.styles;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Turns hints into clues. Numbers and the maker's codes weigh more than names, exact names more than beginnings,
 * because texts of dealers and of the catalogue are seldom written alike.
 */
final class HintRules {

    private static final BigDecimal WHEELBASE_TOLERANCE = BigDecimal.valueOf(2);
    private static final int WHEELBASE = 301;
    private static final List<String> WHEELBASE_NAMES = List.of("wheelbase", "empattement");

    private HintRules() {}

    static List<HintRule> from(Hints hints, Description description) {
        List<HintRule> clues = new ArrayList<>();
        if (hints.styleId() != null) {
            clues.add(new HintRule(
                    "styleId", hints.styleId().toString(), style -> style.id() == hints.styleId() ? 1000 : 0));
        }
        if (hints.modelCode() != null) {
            clues.add(new HintRule(
                    "modelCode", hints.modelCode(), style -> same(hints.modelCode(), style.modelCode()) ? 40 : 0));
        }
        if (hints.trim() != null) {
            clues.add(new HintRule("trim", hints.trim(), TrimLikeness.among(description, hints.trim())));
        }
        if (hints.drivetrain() != null) {
            clues.add(new HintRule(
                    "drivetrain", hints.drivetrain(), style -> drivetrain(hints.drivetrain(), style.drivetrain())));
        }
        if (hints.wheelBase() != null) {
            clues.add(new HintRule(
                    "wheelBase", hints.wheelBase().toPlainString(), style -> wheelBase(hints, style, description)));
        }
        if (hints.exteriorColor() != null) {
            clues.add(new HintRule("exteriorColor", hints.exteriorColor(), style -> color(hints, style, description)));
        }
        for (String code : hints.options()) {
            clues.add(new HintRule("option", code, style -> option(code, style, description) ? 8 : 0));
        }
        return clues;
    }

    private static int drivetrain(String asked, String has) {
        Drive wanted = Drive.named(asked);
        Drive drive = Drive.named(has);
        if (wanted == Drive.UNKNOWN || drive == Drive.UNKNOWN) {
            return 0;
        }
        return wanted == drive ? 15 : wanted.loosely(drive) ? 5 : 0;
    }

    private static int wheelBase(Hints hints, Style style, Description description) {
        boolean fits = description.specifications().stream()
                .filter(HintRules::wheelbase)
                .flatMap(specification -> specification.values().stream())
                .filter(value -> of(style, value.styleIds()))
                .anyMatch(value -> within(value, hints.wheelBase()));
        return fits ? 15 : 0;
    }

    /**
     * By the vendor's number for it, which is the same in every language; by its name where an answer has other
     * numbers.
     */
    private static boolean wheelbase(Specification specification) {
        IdentifiedName title = specification.definition() == null
                ? null
                : specification.definition().title();
        Integer id = specification.titleId() == null && title != null ? title.id() : specification.titleId();
        return Objects.equals(id, WHEELBASE)
                || (title != null && WHEELBASE_NAMES.stream().anyMatch(plain(title.name())::startsWith));
    }

    private static boolean within(Specification.Value value, BigDecimal inches) {
        try {
            return new BigDecimal(value.value()).subtract(inches).abs().compareTo(WHEELBASE_TOLERANCE) <= 0;
        } catch (NumberFormatException | NullPointerException e) {
            return false;
        }
    }

    private static int color(Hints hints, Style style, Description description) {
        return description.exteriorColors().stream()
                .filter(color -> of(style, color.styleIds()))
                .mapToInt(color -> color(hints.exteriorColor(), color))
                .max()
                .orElse(0);
    }

    private static int color(String asked, Color color) {
        if (same(asked, color.code()) || same(asked, color.name())) {
            return 8;
        }
        return color.generic().stream().anyMatch(generic -> same(asked, generic.name())) ? 3 : 0;
    }

    private static boolean option(String code, Style style, Description description) {
        return description.options().stream()
                .filter(option -> of(style, option.styleIds()))
                .anyMatch(option -> coded(code, option));
    }

    private static boolean coded(String code, Option option) {
        return same(code, option.oemCode()) || same(code, option.chromeCode()) || same(code, option.alternateCode());
    }

    /** An entry without styles holds for all of them. */
    private static boolean of(Style style, List<Integer> styleIds) {
        return styleIds.isEmpty() || styleIds.contains(style.id());
    }

    private static boolean same(String one, String other) {
        return !plain(other).isEmpty() && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return PlainText.squeezed(text);
    }

    /**
     * The vendor's four drivetrains; all-wheel and four-wheel drive are often said for each other, two-wheel for front
     * or rear.
     */
    private enum Drive {
        FRONT,
        REAR,
        ALL,
        FOUR,
        TWO,
        UNKNOWN;

        static Drive named(String text) {
            return switch (plain(text)) {
                case "fwd", "frontwheeldrive", "front" -> FRONT;
                case "rwd", "rearwheeldrive", "rear" -> REAR;
                case "awd", "allwheeldrive", "all" -> ALL;
                case "4wd", "4x4", "fourwheeldrive", "four" -> FOUR;
                case "2wd", "4x2", "twowheeldrive" -> TWO;
                default -> UNKNOWN;
            };
        }

        boolean loosely(Drive other) {
            return switch (this) {
                case ALL -> other == FOUR;
                case FOUR -> other == ALL;
                case TWO -> other == FRONT || other == REAR;
                default -> false;
            };
        }
    }
}
