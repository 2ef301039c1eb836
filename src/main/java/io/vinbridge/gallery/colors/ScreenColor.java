package io.vinbridge.gallery.colors;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour given as what a screen shows: {@code #101114}, {@code #abc}, {@code 101114} or {@code 16, 17, 20}. */
final class ScreenColor {

    private static final Pattern HEX = Pattern.compile("(?i)#?([0-9a-f]{6})");
    private static final Pattern SHORT = Pattern.compile("(?i)#([0-9a-f])([0-9a-f])([0-9a-f])");
    private static final Pattern PARTS =
            Pattern.compile("(?i)(?:rgb\\s*\\()?\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)?");

    private ScreenColor() {}

    /** Six hexadecimal digits; empty where the text is something else. */
    static Optional<String> read(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return Optional.of(hex.group(1).toUpperCase(Locale.ROOT));
        }
        Matcher half = SHORT.matcher(text);
        if (half.matches()) {
            return Optional.of(half.replaceAll("$1$1$2$2$3$3").toUpperCase(Locale.ROOT));
        }
        Matcher parts = PARTS.matcher(text);
        return parts.matches() ? ofParts(parts) : Optional.empty();
    }

    private static Optional<String> ofParts(Matcher parts) {
        StringBuilder rgb = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            int part = Integer.parseInt(parts.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            rgb.append("%02X".formatted(part));
        }
        return Optional.of(rgb.toString());
    }
}
