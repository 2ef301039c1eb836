package io.vinbridge.vpic;

import io.vinbridge.vpic.decode.VinDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * VIN as somebody wrote it, and what can be read of it.
 *
 * @param text in upper case and without white space around it; null where it is nothing that could be decoded
 * @param forgiven what was forgiven for that
 * @param refusal why it cannot be decoded; null where it can
 */
record VinText(String text, List<String> forgiven, String refusal) {

    static VinText of(String written) {
        if (written == null || written.isBlank()) {
            return new VinText(null, List.of(), "It is empty");
        }
        String stripped = written.strip();
        String text = stripped.toUpperCase(Locale.ROOT);
        if (text.length() > VinDecoder.LONGEST) {
            return new VinText(null, List.of(), "It has " + text.length() + " characters; a VIN has 17");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && c != '*') {
                return new VinText(null, List.of(), "Position " + (i + 1) + " holds what no VIN has, '" + c + "'");
            }
        }
        List<String> forgiven = new ArrayList<>(2);
        if (stripped.length() < written.length()) {
            forgiven.add("white-space");
        }
        if (!text.equals(stripped)) {
            forgiven.add("lower-case");
        }
        return new VinText(text, forgiven, null);
    }
}
