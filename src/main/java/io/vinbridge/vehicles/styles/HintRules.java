package io.vinbridge.vehicles.styles;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Option;
import io.vinbridge.chromedata.description.Specification;
import io.vinbridge.chromedata.description.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Turns hints into clues. Numbers and the maker's codes weigh more than names, exact names more than beginnings, because texts of
 * dealers and of the catalogue are seldom written alike.
 */
final class HintRules {

    private static final BigDecimal WHEELBASE_TOLERANCE = BigDecimal.valueOf(2);

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
            clues.add(new HintRule("trim", hints.trim(), trim(hints.trim(), description)));
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

    /** Where a trim has the very name, those that merely begin alike are others. */
    private static ToIntFunction<Style> trim(String asked, Description description) {
        if (description.styles().stream().anyMatch(style -> named(asked, style))) {
            return style -> named(asked, style) ? 20 : 0;
        }
        return style -> beginning(asked, style);
    }

    private static boolean named(String asked, Style style) {
        String wanted = plain(asked);
        String trim = plain(style.trim());
        return trim.equals(wanted) || (trim.isEmpty() && "base".equals(wanted));
    }

    /** The more of the two is alike, the better: XLT Sport is rather an XLT than an XL. */
    private static int beginning(String asked, Style style) {
        String wanted = plain(asked);
        String trim = plain(style.trim());
        boolean begins = !trim.isEmpty() && (trim.startsWith(wanted) || wanted.startsWith(trim));
        return begins ? Math.min(19, 8 + Math.min(trim.length(), wanted.length())) : 0;
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

    private static boolean wheelbase(Specification specification) {
        return specification.definition() != null
                && specification.definition().title() != null
                && plain(specification.definition().title().name()).startsWith("wheelbase");
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

    /** What names no style holds for all of them. */
    private static boolean of(Style style, List<Integer> styleIds) {
        return styleIds.isEmpty() || styleIds.contains(style.id());
    }

    private static boolean same(String one, String other) {
        return other != null && Objects.equals(plain(one), plain(other));
    }

    private static String plain(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The vendor's four drivetrains; all-wheel and four-wheel drive are often said for each other, two-wheel for front or rear. */
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
