package io.vinbridge.sandbox.media.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Prints of an exposure in paints: the body's, and the roof's where there are two. */
final class Print {

    private static final double GAMMA = 2.2;
    private static final int[] DISPLAYED = new int[1025];
    private static final Material[] MATERIALS = Material.values();
    private static final int SHADOWS = 14;
    private static final Color SHADOW = new Color(20, 22, 26, 14);

    static {
        for (int i = 0; i < DISPLAYED.length; i++) {
            DISPLAYED[i] = (int) Math.round(255 * Math.pow(i / 1024.0, 1 / GAMMA));
        }
    }

    private Print() {}

    /** The car with its shadow, on nothing. */
    static BufferedImage of(Exposure exposure, int bodyRgb, int roofRgb) {
        BufferedImage print =
                new BufferedImage(exposure.camera.width(), exposure.camera.height(), BufferedImage.TYPE_INT_ARGB);
        shadow(print, exposure);
        int[] pixels = ((DataBufferInt) print.getRaster().getDataBuffer()).getData();
        double[][] colors = colors(bodyRgb, roofRgb);
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            if (exposure.materials[pixel] != Exposure.NOTHING) {
                double own = (exposure.own[pixel] & 255) / 255.0 * 1.2 * 1.15;
                double mirrored = (exposure.mirrored[pixel] & 255) / 255.0 * .55;
                pixels[pixel] = lit(colors[exposure.materials[pixel]], own, mirrored);
            }
        }
        return print;
    }

    /** Of each material, red, green and blue as amounts of light. */
    @SuppressWarnings("EnumOrdinal") // as exposures number them
    private static double[][] colors(int bodyRgb, int roofRgb) {
        double[][] colors = new double[MATERIALS.length][3];
        for (Material material : MATERIALS) {
            int rgb = material == Material.BODY ? bodyRgb : material == Material.ROOF ? roofRgb : material.rgb;
            for (int i = 0; i < 3; i++) {
                colors[material.ordinal()][i] = Math.pow(((rgb >> (16 - 8 * i)) & 255) / 255.0, GAMMA);
            }
        }
        return colors;
    }

    private static int lit(double[] color, double own, double mirrored) {
        int argb = 0xFF;
        for (double share : color) {
            argb = argb << 8 | DISPLAYED[(int) (1024 * Math.min(1, share * own + mirrored))];
        }
        return argb;
    }

    /** Layers that grow, each hardly to be seen, make a soft edge. */
    private static void shadow(BufferedImage print, Exposure exposure) {
        Graphics2D graphics = print.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(SHADOW);
        CarBody body = exposure.body;
        for (int layer = 0; layer < SHADOWS; layer++) {
            double size = 1.1 - layer * .025;
            Path2D outline = new Path2D.Double();
            for (int i = 0; i < 60; i++) {
                double angle = 2 * Math.PI * i / 60;
                Point seen = exposure.camera.seen(new Point(
                        body.length() / 2 * (1 + size * rounded(Math.cos(angle))),
                        body.width() / 2 * (size + .04) * rounded(Math.sin(angle)),
                        0));
                if (i == 0) {
                    outline.moveTo(seen.x(), seen.y());
                } else {
                    outline.lineTo(seen.x(), seen.y());
                }
            }
            outline.closePath();
            graphics.fill(outline);
        }
        graphics.dispose();
    }

    private static double rounded(double share) {
        return Math.signum(share) * Math.sqrt(Math.abs(share));
    }
}
