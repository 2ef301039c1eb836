package io.vinbridge.vehicles.documents;

import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Content address of a document: the SHA-256 of its bytes. */
public final class DocumentHash implements Comparable<DocumentHash> {

    private final byte[] bytes;

    private DocumentHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static DocumentHash of(byte[] content) {
        return new DocumentHash(DigestUtils.sha256(content));
    }

    /** From a column; null stays null. */
    public static DocumentHash stored(byte[] bytes) {
        return bytes == null ? null : new DocumentHash(bytes);
    }

    /** 32 bytes, the caller's own. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int compareTo(DocumentHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    /** The bytes are evenly spread already: the first four are as good as any mixture of all. */
    @Override
    public int hashCode() {
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
