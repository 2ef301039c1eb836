package io.vinbridge.vpic.dump;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dollar quotes of a dump's functions, {@code $$} or {@code $tag$}: what stands between two of one kind is no part of
 * the dump.
 */
final class DollarQuotes {

    private static final Pattern QUOTE = Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$");

    private String open;

    /** Whether a line, or a part of it, stands inside; such a line begins no block. */
    boolean inside(byte[] line, int length) {
        boolean inside = open != null;
        if (!mayQuote(line, length) || (!inside && length > 1 && line[0] == '-' && line[1] == '-')) {
            return inside;
        }
        Matcher quote = QUOTE.matcher(new String(line, 0, length, StandardCharsets.UTF_8));
        while (quote.find()) {
            inside = true;
            if (open == null) {
                open = quote.group();
            } else if (open.equals(quote.group())) {
                open = null;
            }
        }
        return inside;
    }

    boolean open() {
        return open != null;
    }

    private static boolean mayQuote(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] == '$') {
                return true;
            }
        }
        return false;
    }
}
