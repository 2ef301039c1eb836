package io.vinbridge.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;

/**
 * Word about an event that is taken all the same: something in it is not as it should be.
 *
 * @param code what it is, always the same for the same
 * @param field the field that it is about; null where it is about none
 * @param message for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventWarning(String code, String field, String message) {

    /** A number that is none: the field is null, and what was written stands beside it. */
    public static final String UNREADABLE_NUMBER = "UnreadableNumber";

    /** A time that is none: the time of receipt counts. */
    public static final String UNREADABLE_TIME = "UnreadableTime";

    /** A field that is too long, or that cannot be stored: it is left out. */
    public static final String FIELD_LEFT_OUT = "FieldLeftOut";

    /** A VIN that is read in spite of what stands around or within it. */
    public static final String VIN_FORGIVEN = "VinForgiven";

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    /**
     * Of a name or a text that may be anything, and is to be shown: no more than a line of it, and no character that
     * cannot be stored.
     */
    public static String shown(String text) {
        String line = text.length() > 50 ? text.substring(0, 50) + "..." : text;
        return line(line);
    }

    /** A text without characters that cannot be stored. */
    public static String line(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }
}
