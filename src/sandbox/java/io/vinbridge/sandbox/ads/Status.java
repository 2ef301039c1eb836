package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.soap.AdsVersion;
import io.vinbridge.sandbox.catalog.models.Table;
import io.vinbridge.sandbox.text.Xml;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The status of a response, collected while it is worked out (ChromeData on the wire, 1.5). */
final class Status {
    private static final Map<String, String> TEXTS = texts();

    private final AdsVersion version;
    private final Set<String> codes = new LinkedHashSet<>();
    private final StringBuilder matched = new StringBuilder();

    Status(AdsVersion version) {
        this.version = version;
    }

    /** A response without anything to remark. */
    static String successful() {
        return new Status(AdsVersion.V7A).xml();
    }

    /** A response without data, for one reason. */
    static String unsuccessful(AdsVersion version, String code) {
        Status status = new Status(version);
        status.add(code);
        return status.xml("Unsuccessful");
    }

    void add(String code) {
        codes.add(code);
    }

    /** Adds a matchedEquipment or matchedNonFactoryEquipment element; these come before all codes. */
    void addMatched(Xml element) {
        matched.append(element);
    }

    /** The status of a response that has data. */
    String xml() {
        return xml(codes.isEmpty() ? "Successful" : "ConditionallySuccessful");
    }

    private String xml(String responseCode) {
        Xml xml = new Xml(300).open("responseStatus");
        xml.with("responseCode", responseCode).with("description", responseCode);
        if (!matched.isEmpty()) {
            xml.raw(matched.toString());
        }
        String end = version.extended() ? "" : ".";
        codes.forEach(code -> xml.open("status")
                .with("code", code)
                .text(TEXTS.get(code) + end)
                .close());
        return xml.close().toString();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        Table.rows("statuses").forEach(row -> texts.put(row.text("code"), row.text("text")));
        return texts;
    }
}
