package io.vinbridge.gallery.store;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** Content address of an image: the SHA-256 of its bytes, in lower-case hexadecimal. */
public record ImageHash(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ImageHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("An image's name is 64 hexadecimal digits, in lower case");
        }
    }

    public static ImageHash of(byte[] content) {
        return stored(DigestUtils.sha256(content));
    }

    /** From a column. */
    public static ImageHash stored(byte[] bytes) {
        return new ImageHash(HexFormat.of().formatHex(bytes));
    }

    /** 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
