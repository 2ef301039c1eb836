package io.vinbridge.settings;

import java.util.regex.Pattern;

/** An address, or a sentence with one in it, as it may be shown: without the passwords that stand in it. */
public final class ShownAddress {

    private static final String HIDDEN = "***";

    /** To the last {@code @}: in a password that nobody encoded, there may be others, and slashes. */
    private static final Pattern USER = Pattern.compile("(?<=//)[\\s\\S]*(?=@)|(?<!\\S)(?!\\S*//)\\S+(?=@)");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;][^=&;\\s]*(?:pass|pwd|secret|token|key)[^=&;\\s]*=)[^&;]*");

    private ShownAddress() {}

    public static String of(String text) {
        String withoutUser = USER.matcher(text).replaceAll(HIDDEN);
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + HIDDEN);
    }
}
