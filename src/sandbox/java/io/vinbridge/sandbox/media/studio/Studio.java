package io.vinbridge.sandbox.media.studio;

import io.vinbridge.sandbox.memory.BoundedCache;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Studio that photographs cars and their interiors. */
public final class Studio {

    private static final long MOST_BYTES = 96L * 1024 * 1024;

    /** Pictures above that are taken pixel by pixel: each in four would take seconds. */
    private static final int SMOOTH_WIDTH = 1000;

    /** For all sandboxes of this JVM: a drawing has one exposure of an angle and a size for ever. */
    private static final BoundedCache<List<Object>, Exposure> EXPOSURES =
            new BoundedCache<>(MOST_BYTES, Exposure::bytes);

    /**
     * A car on nothing, or on white.
     *
     * @param body a drawing of the table of silhouettes
     * @param heading where it points, in degrees: 180 to the left, 270 towards the camera
     */
    public BufferedImage car(
            String body, int heading, int width, int height, Color paint, Color roof, boolean transparent) {
        int fine = width > SMOOTH_WIDTH ? 1 : 2;
        Exposure exposure = EXPOSURES.get(
                List.of(body, heading, width * fine),
                key -> Exposure.of(CarBody.named(body), heading, width * fine, height * fine));
        return reduced(Print.of(exposure, paint.getRGB(), roof.getRGB()), width, height, transparent);
    }

    private static BufferedImage reduced(BufferedImage print, int width, int height, boolean transparent) {
        BufferedImage picture = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        if (!transparent) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(print, 0, 0, width, height, null);
        graphics.dispose();
        return picture;
    }
}
