package io.vinbridge.sandbox.ledger;

import io.vinbridge.sandbox.catalog.Vin;

/** Subject of a call: the text as it was asked for, and the name it is counted under (a VIN under its pattern). */
public record Subject(Kind kind, String text, String countedAs) {

    /** A call about nothing in particular, such as for the list of model years. */
    public static final Subject NONE = new Subject(Kind.NONE, "", "");

    public static Subject vin(String vin) {
        return new Subject(Kind.PATTERN, vin, pattern(vin));
    }

    public static Subject style(String styleId) {
        return new Subject(Kind.STYLE, styleId, styleId);
    }

    /** A picture, scripted by its file name and counted by its path. */
    public static Subject picture(String path) {
        return new Subject(Kind.PICTURE, path.substring(path.lastIndexOf('/') + 1), path);
    }

    static String pattern(String vin) {
        return Vin.flaw(vin).isPresent() ? vin : new Vin(vin).pattern().text();
    }

    /** Kind of a subject that is counted. */
    public enum Kind {
        NONE,
        PATTERN,
        STYLE,
        PICTURE
    }
}
