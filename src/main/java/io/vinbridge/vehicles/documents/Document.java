package io.vinbridge.vehicles.documents;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.vehicles.CanonicalJson;

/**
 * Content-addressed description as canonical JSON, named by its bytes: documents of the same name are the same, for
 * ever and everywhere.
 */
public final class Document {

    private final byte[] content;
    private final DocumentHash hash;

    private Document(byte[] content, DocumentHash hash) {
        this.content = content;
        this.hash = hash;
    }

    /** Writes a description down. Equal descriptions give equal bytes, on every Java version. */
    public static Document of(Description description) {
        return of(CanonicalJson.write(description));
    }

    /** From the bytes of one. */
    public static Document of(byte[] content) {
        return new Document(content, DocumentHash.of(content));
    }

    /** The JSON, UTF-8. The array is the document's own: callers must not write to it. */
    public byte[] content() {
        return content;
    }

    public DocumentHash hash() {
        return hash;
    }

    /** Reads the description back; costs about as much as the answer it came from cost to read. */
    public Description description() {
        return CanonicalJson.read(content, Description.class);
    }

    @Override
    public String toString() {
        return "Document[" + hash + ", " + content.length + " bytes]";
    }
}
