package io.vinbridge.api.representation;

import io.vinbridge.api.http.Content;
import io.vinbridge.vehicles.documents.Document;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * JSON object whose first members belong to one vehicle or style, and whose others are a stored document's, as its
 * bytes stand: the last brace of the first part and the first of the document are left out. Its gzip form is joined
 * likewise, from what was deflated once.
 */
public final class DocumentContent implements Content {

    private final byte[] own;
    private final Document document;
    private final DeflatedDocuments deflated;

    /** {@code own} is an object with at least one member; the array is this content's from now on. */
    public DocumentContent(byte[] own, Document document, DeflatedDocuments deflated) {
        own[own.length - 1] = ',';
        this.own = own;
        this.document = document;
        this.deflated = deflated;
    }

    @Override
    public long length() {
        return own.length + document.content().length - 1L;
    }

    @Override
    public Iterator<ByteBuffer> pieces() {
        byte[] content = document.content();
        return List.of(ByteBuffer.wrap(own), ByteBuffer.wrap(content, 1, content.length - 1))
                .iterator();
    }

    @Override
    public Optional<Content> gzip() {
        return Optional.of(new GzipContent(DeflatedBlock.cheap(own), deflated.of(document)));
    }
}
