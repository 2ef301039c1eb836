package io.vinbridge.sandbox.ads.soap;

import io.vinbridge.sandbox.catalog.models.Table;
import java.util.Arrays;
import java.util.Optional;

/**
 * A version of the service. What 7b looks like on the wire is known from clients alone: here it is 7c in its own
 * namespace.
 */
public enum AdsVersion {
    V7A("7a", "7a"),
    V7B("7b", "7c"),
    V7C("7c", "7c");

    private final String number;
    private final String like;

    AdsVersion(String number, String like) {
        this.number = number;
        this.like = like;
    }

    public static Optional<AdsVersion> numbered(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst();
    }

    public String number() {
        return number;
    }

    public String namespace() {
        return "urn:description" + number + ".services.chrome.com";
    }

    /** True if the elements and attributes that 7c added are there (ChromeData on the wire, 1.7). */
    public boolean extended() {
        return this != V7A;
    }

    /** The schema of all requests and replies. */
    public String schema() {
        return Table.text("/sandbox/description-" + like + ".xsd")
                .replace("description" + like, "description" + number);
    }

    /** The WSDL with the schema in it, for a service at an address. */
    public String wsdl(String address) {
        String schema = schema();
        return Table.text("/sandbox/description.wsdl")
                .replace("@schema@", schema.substring(schema.indexOf("<xs:schema")))
                .replace("@version@", number)
                .replace("@namespace@", namespace())
                .replace("@address@", address);
    }
}
