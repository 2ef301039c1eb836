package io.vinbridge.gallery.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vinbridge.failures.Failure;
import io.vinbridge.testing.FlatWebp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is no picture is not taken for one. */
class ImageValidatorTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ImageValidator inspection = validator(new PictureDecoder());

    @Test
    void readsSizeAndTypeFromTheBytes() throws IOException {
        Image png = inspection.inspect(picture("png", 40, 30));
        Image jpeg = inspection.inspect(picture("jpeg", 64, 48));

        assertThat(png.type()).isEqualTo("image/png");
        assertThat(jpeg.type()).isEqualTo("image/jpeg");
        assertThat(jpeg.width()).isEqualTo(64);
        assertThat(jpeg.height()).isEqualTo(48);
    }

    @Test
    void refusesABombBeforeItGoesOff() throws IOException {
        byte[] bomb = bomb(20_000, 20_000);
        refusedAsTooLarge(bomb);
        Duration fastest = Duration.ofDays(1);
        for (int round = 0; round < 5; round++) {
            long began = System.nanoTime();
            refusedAsTooLarge(bomb);
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
        }

        assertThat(fastest).isLessThan(Duration.ofMillis(200));
        assertThat(meters.counter("vinbridge.pictures.refused", "why", "too-large")
                        .count())
                .isEqualTo(6);
    }

    /**
     * In the image's heap, each of them ended the node: two lines of a PNG, and all of a WebP, are in memory at once.
     */
    @Test
    void refusesWhatDoesNotFitInTheHeapHoweverFewPixelsAreKept() throws IOException {
        ImageValidator small = validator(new PictureDecoder(138L * 1024 * 1024 / 12));

        assertThatThrownBy(() -> small.inspect(bomb(24_999_999, 1))).hasMessageContaining("24999999 x 1 pixels");
        assertThatThrownBy(() -> small.inspect(FlatWebp.of(5000, 4999))).hasMessageContaining("5000 x 4999 pixels");
        assertThat(small.inspect(FlatWebp.of(640, 480)).width()).isEqualTo(640);
    }

    @Test
    void refusesWhatIsCutOffAnywhere() throws IOException {
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] whole = picture(format, 200, 150);
            for (int length : new int[] {0, 2, 10, whole.length / 3, whole.length / 2, whole.length - 20}) {
                assertThatThrownBy(() -> inspection.inspect(Arrays.copyOf(whole, length)))
                        .as("%d bytes of %s", length, format)
                        .isInstanceOf(Failure.class);
            }
        }
    }

    @Test
    void refusesWhatOnlyCallsItselfAPicture() {
        for (String other : new String[] {"<html>Welcome</html>", "GIF89a", "%PDF-1.7", "RIFF....WAVE"}) {
            assertThatThrownBy(() -> inspection.inspect(other.getBytes(StandardCharsets.UTF_8)))
                    .hasMessage("What came is not taken for a picture: it is neither JPEG nor PNG nor WebP");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UklGRkYAAABXRUJQVlA4IDoAAADQAgCdASoQAAwAAkA4JaQAA3AA/vAAAA==", "RIFF"})
    void refusesAWebpThatIsCutOff(String base64) {
        byte[] cut = base64.equals("RIFF")
                ? "RIFF\0\0\1\0WEBPVP8 ".getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(base64);

        assertThatThrownBy(() -> inspection.inspect(cut)).hasMessageContaining("it is not whole");
    }

    /** One pixel each, lossy and lossless. */
    @ParameterizedTest
    @CsvSource({
        "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
    })
    void takesWebp(String base64) {
        Image image = inspection.inspect(Base64.getDecoder().decode(base64));

        assertThat(image.type()).isEqualTo("image/webp");
        assertThat(image.width()).isEqualTo(1);
    }

    @Test
    void refusesAWebpWhoseFrameIsLargerThanItSays() {
        byte[] webp = Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");
        byte[] canvas = new byte[webp.length + 18];
        System.arraycopy(webp, 0, canvas, 0, 12);
        System.arraycopy(new byte[] {'V', 'P', '8', 'X', 10}, 0, canvas, 12, 5);
        System.arraycopy(webp, 12, canvas, 30, webp.length - 12);
        canvas[4] = (byte) (canvas.length - 8);
        inspection.inspect(canvas);
        canvas[30 + 8 + 7] = 0x3f;

        assertThatThrownBy(() -> inspection.inspect(canvas)).hasMessageContaining("it is not whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0", "\0\0\0\30ftypmp42 a film", "MotionPhoto_Data", "\r\n trailer of a camera"})
    void takesNothingThatFollowsTheEndForAPartOfThePicture(String trailer) throws IOException {
        for (String format : new String[] {"png", "jpeg"}) {
            ByteArrayOutputStream more = new ByteArrayOutputStream();
            more.write(picture(format, 64, 48));
            more.write(trailer.getBytes(StandardCharsets.UTF_8));

            assertThat(inspection.inspect(more.toByteArray()).type()).isEqualTo("image/" + format);
        }
    }

    @Test
    void takesNoSecondImageForTheEndOfTheFirst() throws IOException {
        byte[] whole = picture("jpeg", 200, 150);
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.write(whole, 0, whole.length / 2);
        cut.write(whole);

        assertThatThrownBy(() -> inspection.inspect(cut.toByteArray())).isInstanceOf(Failure.class);
    }

    private ImageValidator validator(PictureDecoder decoder) {
        return new ImageValidator(
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("vinbridge.gallery.mirror", MirrorSettings.class),
                decoder,
                meters);
    }

    private void refusedAsTooLarge(byte[] bomb) {
        assertThatThrownBy(() -> inspection.inspect(bomb)).hasMessageContaining("20000 x 20000 pixels");
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * y * 31);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A PNG of one colour, which packs to almost nothing. */
    private static byte[] bomb(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels)) {
            byte[] line = new byte[width / 8 + 1];
            for (int y = 0; y < height; y++) {
                packed.write(line);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", header.toByteArray());
        chunk(file, "IDAT", pixels.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        CRC32 checksum = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
