package io.vinbridge.gallery.mirror;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.configurations.ScalingMode;

/**
 * ThumbHash of a picture: some 25 bytes from which a page paints a blurred likeness of it, with its proportions, before
 * the picture itself is there. It holds the lowest frequencies of a discrete cosine transform of brightness, of yellow
 * against blue, of red against green, and of opacity where not all is opaque, each in four bits; the format is Evan
 * Wallace's (evanw.github.io/thumbhash), so that any of its decoders reads it.
 */
final class ThumbHash {

    /** Of more pixels the hash would be the same, but for its last bits. */
    private static final int LARGEST_SIDE = 100;

    private static final int COLOR_WAVES = 3;
    private static final int OPACITY_WAVES = 5;

    private final int width;
    private final int height;
    private final double[] brightness;
    private final double[] yellowBlue;
    private final double[] redGreen;
    private final double[] opacity;
    private final boolean translucent;

    private ThumbHash(BufferedImage image) {
        this.width = image.getWidth();
        this.height = image.getHeight();
        int size = width * height;
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        this.brightness = new double[size];
        this.yellowBlue = new double[size];
        this.redGreen = new double[size];
        this.opacity = new double[size];
        double[] average = average(pixels);
        this.translucent = average[3] < size;
        for (int i = 0; i < size; i++) {
            double alpha = channel(pixels[i], 24);
            // What is not opaque lies on the average color, which costs the fewest waves.
            double red = average[0] * (1 - alpha) + alpha * channel(pixels[i], 16);
            double green = average[1] * (1 - alpha) + alpha * channel(pixels[i], 8);
            double blue = average[2] * (1 - alpha) + alpha * channel(pixels[i], 0);
            brightness[i] = (red + green + blue) / 3;
            yellowBlue[i] = (red + green) / 2 - blue;
            redGreen[i] = red - green;
            opacity[i] = alpha;
        }
    }

    /**
     * The hash of a picture, in Base64.
     *
     * @param pixels in sRGB, as many as were kept of it
     * @param width of the picture itself, whatever proportions are left of it
     */
    static String of(BufferedImage pixels, int width, int height) throws IOException {
        double scale = Math.min(1, LARGEST_SIDE / (double) Math.max(width, height));
        int across = (int) Math.max(1, Math.round(width * scale));
        int down = (int) Math.max(1, Math.round(height * scale));
        // One step of scaling leaves out pixels, which so few waves do not show; several cost as much as decoding.
        BufferedImage small = pixels.getWidth() == across && pixels.getHeight() == down
                ? pixels
                : Thumbnails.of(pixels)
                        .forceSize(across, down)
                        .scalingMode(ScalingMode.BILINEAR)
                        .asBufferedImage();
        return Base64.getEncoder().encodeToString(new ThumbHash(small).bytes());
    }

    /** Red, green and blue, weighed by opacity, and the sum of opacity. */
    private static double[] average(int[] pixels) {
        double[] sums = new double[4];
        for (int pixel : pixels) {
            double alpha = channel(pixel, 24);
            sums[0] += alpha * channel(pixel, 16);
            sums[1] += alpha * channel(pixel, 8);
            sums[2] += alpha * channel(pixel, 0);
            sums[3] += alpha;
        }
        for (int i = 0; i < 3 && sums[3] > 0; i++) {
            sums[i] /= sums[3];
        }
        return sums;
    }

    private static double channel(int pixel, int shift) {
        return (pixel >>> shift & 0xff) / 255.0;
    }

    /** Constant terms and scales first, in three and two bytes, then two waves in each byte. */
    private byte[] bytes() {
        int longest = Math.max(width, height);
        int most = translucent ? 5 : 7;
        int across = (int) Math.max(1, Math.round((double) (most * width) / longest));
        int down = (int) Math.max(1, Math.round((double) (most * height) / longest));
        Waves light = new Waves(brightness, Math.max(3, across), Math.max(3, down));
        Waves yellow = new Waves(yellowBlue, COLOR_WAVES, COLOR_WAVES);
        Waves red = new Waves(redGreen, COLOR_WAVES, COLOR_WAVES);
        Waves opaque = translucent ? new Waves(opacity, OPACITY_WAVES, OPACITY_WAVES) : null;
        boolean landscape = width > height;
        long header = Math.round(63 * light.constant)
                | Math.round(31.5 + 31.5 * yellow.constant) << 6
                | Math.round(31.5 + 31.5 * red.constant) << 12
                | Math.round(31 * light.scale) << 18
                | (translucent ? 1L << 23 : 0)
                | (landscape ? down : across) * (1L << 24)
                | Math.round(63 * yellow.scale) << 27
                | Math.round(63 * red.scale) << 33
                | (landscape ? 1L << 39 : 0);
        int begin = opaque == null ? 5 : 6;
        int waves = light.count + yellow.count + red.count + (opaque == null ? 0 : opaque.count);
        byte[] hash = new byte[begin + (waves + 1) / 2];
        for (int i = 0; i < 5; i++) {
            hash[i] = (byte) (header >> (8 * i));
        }
        int at = red.write(hash, yellow.write(hash, light.write(hash, 2 * begin)));
        if (opaque != null) {
            hash[5] = (byte) (Math.round(15 * opaque.constant) | Math.round(15 * opaque.scale) << 4);
            opaque.write(hash, at);
        }
        return hash;
    }

    /**
     * The waves of one channel that together cross it least often: its constant term, and each other by the largest.
     */
    private final class Waves {

        private final double[] terms;
        private int count;
        private double constant;
        private double scale;

        Waves(double[] channel, int across, int down) {
            terms = new double[across * down];
            for (int y = 0; y < down; y++) {
                for (int x = 0; x * down < across * (down - y); x++) {
                    double term = term(channel, x, y);
                    if (x == 0 && y == 0) {
                        constant = term;
                    } else {
                        terms[count++] = term;
                        scale = Math.max(scale, Math.abs(term));
                    }
                }
            }
        }

        private double term(double[] channel, int across, int down) {
            double[] horizontal = new double[width];
            for (int x = 0; x < width; x++) {
                horizontal[x] = Math.cos(Math.PI / width * across * (x + 0.5));
            }
            double sum = 0;
            for (int y = 0; y < height; y++) {
                double vertical = Math.cos(Math.PI / height * down * (y + 0.5));
                for (int x = 0; x < width; x++) {
                    sum += channel[x + y * width] * horizontal[x] * vertical;
                }
            }
            return sum / (width * height);
        }

        /** Writes each term in half a byte, from a half byte on, and returns the one behind the last. */
        int write(byte[] hash, int from) {
            for (int i = 0; i < count; i++) {
                double term = scale == 0 ? terms[i] : 0.5 + 0.5 / scale * terms[i];
                int at = from + i;
                hash[at >> 1] |= (byte) (Math.round(15 * term) << ((at & 1) << 2));
            }
            return from + count;
        }
    }
}
