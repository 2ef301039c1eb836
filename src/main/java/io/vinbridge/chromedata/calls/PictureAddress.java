package io.vinbridge.chromedata.calls;

import java.nio.charset.StandardCharsets;

/**
 * Address of a picture as listings write it: people name files, so that blanks, pipes and letters with accents stand in
 * it as they are.
 */
final class PictureAddress {

    /** What RFC 3986 lets stand as it is, the delimiters and the percent sign of what is encoded already included. */
    private static final String STANDING = "-._~:/?#[]@!$&'()*+,;=%";

    private PictureAddress() {}

    /**
     * The same with every character encoded that may not stand in an address, and a percent sign that encodes nothing.
     */
    static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        String trimmed = address.trim();
        for (int at = 0; at < trimmed.length(); ) {
            int character = trimmed.codePointAt(at);
            if (stands(character, trimmed, at)) {
                encoded.appendCodePoint(character);
            } else {
                percent(encoded, character);
            }
            at += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static boolean stands(int character, String address, int at) {
        if (character == '%') {
            return at + 2 < address.length()
                    && Character.digit(address.charAt(at + 1), 16) >= 0
                    && Character.digit(address.charAt(at + 2), 16) >= 0;
        }
        if (character == '[' || character == ']') {
            return at < address.indexOf('/', address.indexOf("//") + 2);
        }
        return character < 128 && (Character.isLetterOrDigit(character) || STANDING.indexOf(character) >= 0);
    }

    private static void percent(StringBuilder encoded, int character) {
        for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append("%02X".formatted(one));
        }
    }
}
