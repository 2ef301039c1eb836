package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code exteriorColors[]} and {@code interiorColors[]}. */
final class PaintReader {

    private static final Pattern HEX = Pattern.compile("#?([0-9A-Fa-f]{6})");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})");
    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Color> ORDER = Comparator.comparing(Color::code, ABSENT_FIRST)
            .thenComparing(Color::name, ABSENT_FIRST)
            .thenComparing(Color::type, ABSENT_FIRST)
            .thenComparing(Color::toString);

    private final String thing;
    private final List<Color> colors = new ArrayList<>();
    private boolean built;

    /** @param thing what its causes begin with, such as {@code ExteriorColor} */
    PaintReader(String thing) {
        this.thing = thing;
    }

    void read(JsonMembers paint) {
        String generic = paint.text("genericDesc");
        Boolean primary = paint.flag("primary");
        String type = type(paint.text("type"));
        String rgb = rgb(paint.text("rgbHexValue"), paint.text("rgbValue"));
        String code = paint.text("colorCode");
        String name = paint.text("description");
        for (StyleGroup group : StyleGroup.of(paint)) {
            InstallationCause installed = InstallCause.of(group.cause(), thing);
            built |= InstallCause.ofOneVehicle(group.cause());
            if (code != null || name != null) {
                List<Color.GenericColor> generics = generic == null
                        ? List.of()
                        : List.of(new Color.GenericColor(generic, primary == null || primary, null));
                colors.add(new Color(code, name, rgb, generics, group.ids(), installed, type));
            }
        }
    }

    List<Color> colors() {
        return colors.stream().sorted(ORDER).toList();
    }

    /** Whether one of them is the factory's word on this very vehicle. */
    boolean built() {
        return built;
    }

    /** Paintwork by its number; other words as they come. */
    private static String type(String word) {
        return word == null
                ? null
                : switch (word) {
                    case "1" -> "body";
                    case "2" -> "roof";
                    case "3" -> "stripe";
                    default -> word.toLowerCase(Locale.ROOT);
                };
    }

    private static String rgb(String hex, String decimal) {
        Matcher hexadecimal = HEX.matcher(hex == null ? "" : hex);
        if (hexadecimal.matches()) {
            return hexadecimal.group(1).toUpperCase(Locale.ROOT);
        }
        Matcher parts = DECIMAL.matcher(decimal == null ? "" : decimal);
        if (!parts.matches()) {
            return null;
        }
        int red = Integer.parseInt(parts.group(1));
        int green = Integer.parseInt(parts.group(2));
        int blue = Integer.parseInt(parts.group(3));
        return Math.max(red, Math.max(green, blue)) > 255 ? null : "%02X%02X%02X".formatted(red, green, blue);
    }
}
