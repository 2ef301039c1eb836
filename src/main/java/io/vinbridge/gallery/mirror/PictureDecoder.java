package io.vinbridge.gallery.mirror;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Decoder of pictures within a part of the heap, one at a time: 25 million pixels are 100 MB, more than the image's
 * heap has free. Of a larger picture it reads every line, so that nothing damaged passes, and keeps each second or
 * third pixel of it.
 */
@Component
class PictureDecoder {

    private static final int PART_OF_HEAP = 12;

    /** Of that part, what may be kept of a picture that is only checked. */
    private static final int PART_OF_CHECK = 4;

    /** What a reader of PNG holds of a line: itself, the one before, and both as pixels. */
    private static final int LINES = 4;

    /** The reader of WebP makes objects of the whole frame, some 45 bytes for each pixel. */
    private static final int WHOLE_FRAME = 48;

    private final ReentrantLock decoding = new ReentrantLock(true);
    private final long most;

    @Autowired
    PictureDecoder() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    PictureDecoder(long most) {
        this.most = most;
    }

    /** Work on a decoded picture. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does something that decodes, when nobody else does. */
    <T> T alone(Work<T> work) throws IOException {
        decoding.lock();
        try {
            return work.run();
        } finally {
            decoding.unlock();
        }
    }

    /** Whether there is room for what a reader holds however few pixels are kept: lines, or the whole frame. */
    boolean fits(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        return reader.getFormatName().equalsIgnoreCase("webp")
                ? width * reader.getHeight(0) * WHOLE_FRAME <= 2 * most
                : width * bytesPerPixel(reader) * LINES <= most;
    }

    /**
     * The picture that a reader stands before, with as many of its pixels as there is room for.
     *
     * @throws IIOException if it does not fit at all
     */
    BufferedImage read(ImageReader reader) throws IOException {
        if (!fits(reader)) {
            throw new IIOException("There is no room to decode it in the heap of this node");
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = step(reader.getWidth(0), reader.getHeight(0), bytesPerPixel(reader));
        every.setSourceSubsampling(step, step, 0, 0);
        return alone(() -> reader.read(0, every));
    }

    /**
     * Decodes a picture to see whether it is whole: every line, of which it keeps so little that what it made is gone
     * with the next collection of young objects. As much as a rendition needs goes to the old ones, and a few such
     * pictures fill the heap. What is kept may lack columns rather than lines, so that it has other proportions.
     *
     * @throws IIOException if it does not fit at all, or is damaged
     */
    BufferedImage check(ImageReader reader) throws IOException {
        if (!fits(reader)) {
            throw new IIOException("There is no room to decode it in the heap of this node");
        }
        int bytes = bytesPerPixel(reader);
        int lines = step(reader.getWidth(0), reader.getHeight(0), bytes);
        long all = (long) (reader.getHeight(0) / lines + 1) * bytes * reader.getWidth(0);
        int columns = (int) Math.min(reader.getWidth(0), Math.max(lines, all / (most / PART_OF_CHECK) + 1));
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(columns, lines, 0, 0);
        return alone(() -> reader.read(0, few));
    }

    int step(int width, int height, int bytesPerPixel) {
        int step = 1;
        while ((long) ((width + step - 1) / step) * ((height + step - 1) / step) * bytesPerPixel > most) {
            step++;
        }
        return step;
    }

    /** Where colors are converted, the pixels as they came and those in sRGB are in memory at once. */
    private static int bytesPerPixel(ImageReader reader) throws IOException {
        ColorModel kept = reader.getImageTypes(0).next().getColorModel();
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        int bits = kept.getPixelSize();
        if (raw != null && !raw.getColorModel().getColorSpace().equals(kept.getColorSpace())) {
            bits += raw.getColorModel().getPixelSize();
        }
        return Math.max(1, bits / Byte.SIZE);
    }
}
