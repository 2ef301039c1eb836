package io.vinbridge.stock.reading;

import java.util.regex.Pattern;

/** File that is no table, which its first bytes tell. */
enum ForeignFile {
    HTML(
            "It is an HTML page, perhaps of a login that has run out, and no table",
            "(?:<!--.*?-->\\s*)?<(?:!doctype html|html|head|body)"),
    PDF("It is a PDF, and no table", "%PDF"),
    OLD_WORKBOOK("It is an Excel workbook of the old kind (XLS); save it as XLSX or CSV", "\u00d0\u00cf\u0011\u00e0"),
    PICTURE(
            "It is a picture or a film, and no table",
            "\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF.{1,4}(?:WEBP|AVI)|.{1,4}ftyp"),
    ARCHIVE(
            "It is packed in a way that is not known here; send it as it is, or packed by gzip or ZIP",
            "Rar!|7z\u00bc\u00af|BZh[1-9]|\u00fd7zXZ|\\(\u00b5/\u00fd"),
    BINARY(
            "It is neither a text nor a workbook of Excel (XLSX)",
            "(?:.*?[\u0001-\u0008\u000e-\u001a\u001c-\u001f]){8}");

    private final String says;
    private final Pattern begins;

    ForeignFile(String says, String begins) {
        this.says = says;
        this.begins = Pattern.compile(begins, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /**
     * Lets pass what may be a table.
     *
     * @param head its first bytes, each as a character, without marks and blanks
     * @param wide whether a character takes two bytes or more, of which one may look like a control character
     * @throws BrokenFile if it is none; it says what it looks like
     */
    static void check(String head, boolean wide) {
        for (ForeignFile one : values()) {
            if (!(wide && one == BINARY) && one.begins.matcher(head).lookingAt()) {
                throw new BrokenFile(one.says);
            }
        }
    }
}
