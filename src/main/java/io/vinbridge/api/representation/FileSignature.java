package io.vinbridge.api.representation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.regex.Pattern;

/**
 * First bytes of a file that is no list at all, whatever it is called: a page of a login that ran out, a workbook, a
 * packed file.
 */
public enum FileSignature {
    HTML("It is an HTML page, perhaps of a login that has run out", "<(?:!doctype html|html|head|body)"),
    XML("It is XML; events are sent as XML to /events, lists as CSV or JSON lines", "<"),
    PDF("It is a PDF", "%PDF"),
    WORKBOOK("It is an Excel workbook or a ZIP file; save the sheet as CSV", "PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0"),
    GZIP("It is packed by gzip; say so by Content-Encoding: gzip", "\u001f\u008b");

    private final String says;
    private final Pattern begins;

    FileSignature(String says, String begins) {
        this.says = says;
        this.begins = Pattern.compile(begins, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Lets pass what may be a list.
     *
     * @throws Failure if it is none; it says what it looks like
     */
    public static void check(byte[] head) {
        String text = new String(head, ISO_8859_1).replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "");
        for (FileSignature one : values()) {
            if (one.begins.matcher(text).lookingAt()) {
                throw new Failure(Reason.INVALID_REQUEST, "The list holds no vehicle. " + one.says);
            }
        }
    }
}
