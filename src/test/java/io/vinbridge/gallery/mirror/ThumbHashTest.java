package io.vinbridge.gallery.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected hashes are those of the reference implementation in JavaScript, version 0.1.1. */
class ThumbHashTest {

    @ParameterizedTest
    @CsvSource({
        "64, 48, 3wcODZqAh4dxh4h4iHeIiI+AB/h3",
        "33, 64, 3/cNFBqBB4iHh4eIeIdwfwj3dw==",
        "1, 1, AAgCBwAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void ofAnOpaquePictureIsThatOfTheReference(int width, int height, String hash) throws IOException {
        assertThat(ThumbHash.of(gradient(width, height, BufferedImage.TYPE_INT_RGB), width, height))
                .isEqualTo(hash);
    }

    @Test
    void ofAPictureThatIsHalfTransparentIsThatOfTheReference() throws IOException {
        BufferedImage half = gradient(40, 30, BufferedImage.TYPE_INT_ARGB);
        BufferedImage faint = gradient(100, 75, BufferedImage.TYPE_INT_ARGB);
        opacity(half, new int[] {255, 0}, 20);
        for (int x = 0; x < 100; x++) {
            for (int y = 0; y < 75; y++) {
                faint.setRGB(x, y, (faint.getRGB(x, y) & 0xffffff) | ((128 + x) << 24));
            }
        }

        assertThat(ThumbHash.of(half, 40, 30)).isEqualTo("FoiFBIxYNoQwmHd3lwuDRs/4WIeIeIeIBw==");
        assertThat(ThumbHash.of(faint, 100, 75)).isEqualTo("4ReKDJIakIeAiId3+AaIkH8IeIiHeIh4Bw==");
    }

    @Test
    void ofALargePictureSaysItsColorsAndItsShapeThoughFewColumnsAreKept() throws IOException {
        BufferedImage large = new BufferedImage(320, 960, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 320, 960);
        graphics.dispose();

        byte[] hash = Base64.getDecoder().decode(ThumbHash.of(large, 1280, 960));

        assertThat(hash).hasSizeLessThanOrEqualTo(25);
        assertThat(hash[0] & 63).as("brightness of 63").isEqualTo(21);
        assertThat(hash[4] & 0x80).as("landscape").isNotZero();
        assertThat(hash[3] & 7).as("waves down, where seven are across").isEqualTo(5);
    }

    private static BufferedImage gradient(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int color = ((255 * x / width) << 16) | ((255 * y / height) << 8) | (255 * (x + y) / (width + height));
                image.setRGB(x, y, 0xff000000 | color);
            }
        }
        return image;
    }

    /** Each so many columns of one opacity. */
    private static void opacity(BufferedImage image, int[] opacities, int columns) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, (image.getRGB(x, y) & 0xffffff) | (opacities[x / columns] << 24));
            }
        }
    }
}
