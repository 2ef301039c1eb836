package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.memory.BoundedCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Picture files. Painting and encoding is dear, so that models of like shape and color share the pixels, and differ by
 * a caption in the file.
 */
final class Pictures {
    private static final long MOST_BYTES = 48L * 1024 * 1024;

    /** For all sandboxes of this JVM: a look has one picture for ever. */
    private static final BoundedCache<Look, byte[]> UNCAPTIONED = new BoundedCache<>(MOST_BYTES, bytes -> bytes.length);

    private final Painter painter = new Painter();

    /** The bytes of a picture, equal for equal looks. */
    byte[] of(Look look) {
        Look pixels = new Look("", 0, look.drawing(), look.shot(), look.width(), look.background(), look.paints());
        byte[] file = UNCAPTIONED.get(pixels, this::encoded);
        return look.background() == Background.WHITE
                ? Caption.inJpeg(file, look.caption())
                : Caption.inPng(file, look.caption());
    }

    private byte[] encoded(Look look) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The usual image output stream would make a file in the temporary folder for every picture.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(painter.paint(look), look.background().extension(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
