package io.vinbridge.gallery.mirror;

import io.micrometer.core.instrument.MeterRegistry;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.store.ImageHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Takes nothing for a picture that is not a whole JPEG or PNG of a sensible size, whatever the answer calls it. The size is read before
 * a pixel is, so that a file of few bytes and many pixels costs nothing.
 */
@Component
public class ImageValidator {

    private static final int[] JPEG_END = {0xff, 0xd9};

    /** The checksum of the last chunk, which is the same in every file. */
    private static final int[] PNG_END = {'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};

    private final MirrorSettings settings;
    private final MeterRegistry meters;

    ImageValidator(MirrorSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** Throws, and counts, where the bytes are no picture. */
    public Image inspect(byte[] bytes) {
        ImageReader reader = reader(bytes);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > settings.largestPixels()) {
                throw refused("too-large", "it has " + width + " x " + height + " pixels");
            }
            decode(reader);
            checkEnd(bytes, reader.getFormatName());
            String type = "image/" + reader.getFormatName().toLowerCase(Locale.ROOT);
            return new Image(ImageHash.of(bytes), type, width, height, bytes.length, false);
        } catch (IOException | RuntimeException e) {
            throw e instanceof Failure failure ? failure : refused("damaged", "it cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    /** The reader of JPEG makes up what is missing and only warns of it. */
    private void decode(ImageReader reader) throws IOException {
        AtomicReference<String> warned = new AtomicReference<>();
        IIOReadWarningListener listener = (source, warning) -> warned.set(warning);
        reader.addIIOReadWarningListener(listener);
        reader.read(0).flush();
        if (warned.get() != null) {
            throw refused("damaged", "it is not whole");
        }
    }

    /** What is cut off in the last lines is decoded without a warning, too. */
    private void checkEnd(byte[] bytes, String format) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == 0 || bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        int[] end = format.equalsIgnoreCase("png") ? PNG_END : JPEG_END;
        for (int i = 0; i < end.length; i++) {
            int at = length - end.length + i;
            if (at < 0 || (bytes[at] & 0xff) != end[i]) {
                throw refused("damaged", "it is not whole");
            }
        }
    }

    private ImageReader reader(byte[] bytes) {
        if (starts(bytes, 0xff, 0xd8, 0xff)) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        throw refused("no-picture", "it is neither JPEG nor PNG");
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private Failure refused(String why, String text) {
        meters.counter("vinbridge.pictures.refused", "why", why).increment();
        return new Failure(Reason.UPSTREAM_MALFORMED, "What came is not taken for a picture: " + text);
    }
}
