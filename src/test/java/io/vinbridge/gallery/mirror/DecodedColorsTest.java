package io.vinbridge.gallery.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Colors of what is made of a picture, whose file has no profile: they must be those that a browser shows of the
 * picture itself. The expected ones were calculated from the primaries of each color space (D50).
 */
class DecodedColorsTest {

    private static final double[] DISPLAY_P3 = {
        0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407
    };
    private static final double[] ADOBE_RGB = {
        0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457
    };

    private final ImageValidator validator = new ImageValidator(
            new Binder(new MapConfigurationPropertySource())
                    .bindOrCreate("vinbridge.gallery.mirror", MirrorSettings.class),
            new PictureDecoder(),
            new SimpleMeterRegistry());

    @ParameterizedTest
    @CsvSource({"jpeg, c86432, d75d1f", "jpeg, 3ca05a, 00a352", "png, c86432, d75d1f", "png, 808080, 808080"})
    void ofDisplayP3AreConverted(String format, String color, String expected) throws IOException {
        assertThat(decoded(tagged(format, color, profile(DISPLAY_P3, null)))).satisfies(shows(expected));
    }

    @ParameterizedTest
    @CsvSource({"jpeg, c86432, e3642a", "png, c86432, e3642a", "jpeg, 808080, 818181"})
    void ofAdobeRgbAreConverted(String format, String color, String expected) throws IOException {
        assertThat(decoded(tagged(format, color, profile(ADOBE_RGB, 2.19921875))))
                .satisfies(shows(expected));
    }

    @ParameterizedTest
    @CsvSource({"jpeg, c86432", "png, c86432", "jpeg, 3ca05a"})
    void ofAPictureWithoutAProfileStay(String format, String color) throws IOException {
        assertThat(decoded(plain(format, color))).satisfies(shows(color));
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void ofInksAreThoseOfAPrint(int transform) throws IOException {
        assertThat(decoded(inks(0, 0, 0, 0, transform))).satisfies(shows("ffffff"));
        assertThat(decoded(inks(0, 0, 0, 255, transform))).matches(pixel -> brightness(pixel) < 90);
        assertThat(decoded(inks(0, 255, 255, 0, transform)))
                .matches(pixel -> red(pixel) > 200 && green(pixel) < 90 && blue(pixel) < 90);
        assertThat(decoded(inks(255, 0, 0, 0, transform)))
                .matches(pixel -> red(pixel) < 90 && green(pixel) > 120 && blue(pixel) > 180);
    }

    @Test
    void ofAProfileThatCannotBeReadAreLeftAsTheyAre() throws IOException {
        byte[] broken = "no profile at all".getBytes(StandardCharsets.US_ASCII);

        assertThat(decoded(png("c86432", broken))).satisfies(shows("c86432"));
        assertThat(decoded(jpeg("c86432", broken))).satisfies(shows("c86432"));
    }

    /** The pixel in the middle of what was taken for a picture and then decoded. */
    private int decoded(byte[] file) throws IOException {
        Image image = validator.inspect(file);
        BufferedImage pixels = validator.decoded(file);

        assertThat(image.width()).isEqualTo(32);
        assertThat(pixels.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        return pixels.getRGB(16, 16);
    }

    private static Consumer<Integer> shows(String expected) {
        int color = Integer.parseInt(expected, 16);
        return pixel -> {
            assertThat(red(pixel)).as("red of %06x", pixel & 0xffffff).isBetween(red(color) - 4, red(color) + 4);
            assertThat(green(pixel)).as("green").isBetween(green(color) - 4, green(color) + 4);
            assertThat(blue(pixel)).as("blue").isBetween(blue(color) - 4, blue(color) + 4);
        };
    }

    private static byte[] tagged(String format, String color, ICC_Profile profile) throws IOException {
        return format.equals("png") ? png(color, profile.getData()) : jpeg(color, profile.getData());
    }

    private static byte[] plain(String format, String color) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 32; i++) {
            image.setRGB(i % 32, i / 32, Integer.parseInt(color, 16));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The profile stands in a segment of its own, behind the start. */
    private static byte[] jpeg(String color, byte[] profile) throws IOException {
        return withSegment(plain("jpeg", color), 0xe2, joined("ICC_PROFILE\0\1\1", profile));
    }

    /** The profile stands in a chunk of its own, behind the header. */
    private static byte[] png(String color, byte[] profile) throws IOException {
        byte[] plain = plain("png", color);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(profile);
        }
        byte[] chunk = joined("iCCPof a screen\0\0", packed.toByteArray());
        CRC32 checksum = new CRC32();
        checksum.update(chunk);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(plain, 0, 33);
        out.writeInt(chunk.length - 4);
        out.write(chunk);
        out.writeInt((int) checksum.getValue());
        out.write(plain, 33, plain.length - 33);
        return file.toByteArray();
    }

    /**
     * As image editors write inks: inverted, with Adobe's marker, which says whether the first three are in YCbCr: then
     * it is the fourth alone that is inverted.
     *
     * @param transform 0 for inks as they are, 2 for YCCK
     */
    private static byte[] inks(int cyan, int magenta, int yellow, int black, int transform) throws IOException {
        double[] bands = {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
        if (transform == 2) {
            bands = new double[] {
                0.299 * cyan + 0.587 * magenta + 0.114 * yellow,
                128 - 0.168736 * cyan - 0.331264 * magenta + 0.5 * yellow,
                128 + 0.5 * cyan - 0.418688 * magenta - 0.081312 * yellow,
                255 - black
            };
        }
        WritableRaster raster = Raster.createInterleavedRaster(0, 32, 32, 4, null);
        for (int i = 0; i < 32 * 32 * 4; i++) {
            raster.setSample(i / 4 % 32, i / 4 / 32, i % 4, (int) Math.min(255, Math.max(0, Math.round(bands[i % 4]))));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = platformWriter();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        }
        writer.dispose();
        byte[] marker = joined("Adobe", new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
        return withSegment(bytes.toByteArray(), 0xee, marker);
    }

    private static ImageWriter platformWriter() {
        ImageWriter[] found = {null};
        ImageIO.getImageWritersByFormatName("jpeg").forEachRemaining(writer -> {
            if (writer.getClass().getName().startsWith("com.sun.")) {
                found[0] = writer;
            }
        });
        return found[0];
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(jpeg, 0, 2);
        out.writeShort(0xff00 | marker);
        out.writeShort(content.length + 2);
        out.write(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /** A profile of the platform's with other primaries; {@code gamma} is null for the curve of sRGB. */
    private static ICC_Profile profile(double[] primaries, Double gamma) {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        int[] tags = {
            ICC_Profile.icSigRedColorantTag, ICC_Profile.icSigGreenColorantTag, ICC_Profile.icSigBlueColorantTag
        };
        int[] curves = {ICC_Profile.icSigRedTRCTag, ICC_Profile.icSigGreenTRCTag, ICC_Profile.icSigBlueTRCTag};
        for (int i = 0; i < 3; i++) {
            ByteBuffer tag = ByteBuffer.allocate(20)
                    .put("XYZ ".getBytes(StandardCharsets.US_ASCII))
                    .putInt(0);
            for (int j = 0; j < 3; j++) {
                tag.putInt((int) Math.round(65536 * primaries[3 * i + j]));
            }
            profile.setData(tags[i], tag.array());
            if (gamma != null) {
                ByteBuffer curve = ByteBuffer.allocate(16).put("curv".getBytes(StandardCharsets.US_ASCII));
                curve.putInt(0).putInt(1).putShort((short) Math.round(256 * gamma));
                profile.setData(curves[i], curve.array());
            }
        }
        return profile;
    }

    private static byte[] joined(String text, byte[] more) {
        byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(first.length + more.length)
                .put(first)
                .put(more)
                .array();
    }

    private static int red(int pixel) {
        return pixel >> 16 & 0xff;
    }

    private static int green(int pixel) {
        return pixel >> 8 & 0xff;
    }

    private static int blue(int pixel) {
        return pixel & 0xff;
    }

    private static int brightness(int pixel) {
        return (red(pixel) + green(pixel) + blue(pixel)) / 3;
    }
}
