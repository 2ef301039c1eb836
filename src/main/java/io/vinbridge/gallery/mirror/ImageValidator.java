package io.vinbridge.gallery.mirror;

import io.micrometer.core.instrument.MeterRegistry;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.store.ImageHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Takes nothing for a picture that is not a whole JPEG, PNG or WebP of a sensible size, whatever the answer calls it.
 * The size is read before a pixel is, so that a file of few bytes and many pixels costs nothing.
 */
@Component
public class ImageValidator {

    /** What a reader says of colors that it has to guess, or of what it does not need, costs no pixel. */
    private static final Pattern OF_COLORS = Pattern.compile("ICC|color profile|CMYK|Adobe App14|Exif|Bogus APP");

    private final MirrorSettings settings;
    private final PictureDecoder decoder;
    private final MeterRegistry meters;

    ImageValidator(MirrorSettings settings, PictureDecoder decoder, MeterRegistry meters) {
        this.decoder = decoder;
        this.settings = settings;
        this.meters = meters;
        // From this thread all of the class path is seen, also in a jar of jars.
        ImageIO.scanForPlugins();
    }

    /** Throws, and counts, where the bytes are no picture. */
    public Image inspect(byte[] bytes) {
        PictureFile file =
                PictureFile.of(bytes).orElseThrow(() -> refused("no-picture", "it is neither JPEG nor PNG nor WebP"));
        if (!file.whole()) {
            throw refused("damaged", "it is not whole");
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > settings.largestPixels() || !decoder.fits(reader)) {
                throw refused("too-large", "it has " + width + " x " + height + " pixels");
            }
            String placeholder = placeholder(reader, bytes);
            return new Image(
                    ImageHash.of(bytes), "image/" + file.format(), width, height, bytes.length, placeholder, false);
        } catch (IOException | RuntimeException e) {
            throw e instanceof Failure failure ? failure : refused("damaged", "it cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    /** The reader of JPEG makes up what is missing and only warns of it. */
    private String placeholder(ImageReader reader, byte[] bytes) throws IOException {
        AtomicBoolean damaged = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (!OF_COLORS.matcher(warning).find()) {
                damaged.set(true);
            }
        });
        String placeholder = decoder.alone(() -> likeness(reader, bytes));
        if (damaged.get()) {
            throw refused("damaged", "it is not whole");
        }
        return placeholder;
    }

    private String likeness(ImageReader reader, byte[] bytes) throws IOException {
        BufferedImage few = decoder.check(reader);
        PngProfile.of(bytes).ifPresent(profile -> profile.convert(few));
        String likeness = ThumbHash.of(few, reader.getWidth(0), reader.getHeight(0));
        few.flush();
        return likeness;
    }

    /** A picture that was taken, in sRGB, with as many of its pixels as there is room for. */
    BufferedImage decoded(byte[] bytes) throws IOException {
        String format = PictureFile.of(bytes).orElseThrow().format();
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return pixels(reader, bytes);
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage pixels(ImageReader reader, byte[] bytes) throws IOException {
        BufferedImage pixels = decoder.read(reader);
        PngProfile.of(bytes).ifPresent(profile -> profile.convert(pixels));
        return pixels;
    }

    private Failure refused(String why, String text) {
        meters.counter("vinbridge.pictures.refused", "why", why).increment();
        return new Failure(Reason.UPSTREAM_MALFORMED, "What came is not taken for a picture: " + text);
    }
}
