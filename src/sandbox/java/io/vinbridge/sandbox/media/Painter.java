package io.vinbridge.sandbox.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.stream.IntStream;

/** Paints a look: a silhouette in its colors, the shot code in the corner. Works without fonts, which a bare machine may lack. */
final class Painter {
    private static final Color GLASS = new Color(0x2E3A44);
    private static final Color TIRE = new Color(0x1C1C1E);
    private static final Color RIM = new Color(0xA7ABB0);
    private static final Color LABEL = new Color(0xC2410C);
    private static final Color PLAIN = new Color(0x8A9096);
    private static final int TRANSPARENT_INDEX = 0;
    /** Segments, of seven, that a digit lights: top, upper left, upper right, middle, lower left, lower right, bottom. */
    private static final int[] SEGMENTS = {
        0b1110111, 0b0010010, 0b1011101, 0b1011011, 0b0111010, 0b1101011, 0b1101111, 0b1010010, 0b1111111, 0b1111011
    };

    private final Look look;
    private final Color primary;
    private final Color secondary;

    Painter(Look look) {
        this.look = look;
        this.primary = look.paints().isEmpty() ? PLAIN : color(look.paints().get(0));
        this.secondary = look.paints().size() > 1 ? color(look.paints().get(1)) : primary;
    }

    BufferedImage paint() {
        BufferedImage image = canvas();
        Graphics2D graphics = image.createGraphics();
        try {
            if (look.background() == Background.WHITE) {
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            }
            graphics.scale(image.getWidth() / 100.0, image.getHeight() / 100.0);
            label(graphics);
            if (look.shot().seen().equals("mirrored")) {
                graphics.translate(100, 0);
                graphics.scale(-1, 1);
            }
            vehicle(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** A palette keeps transparent pictures small and cheap to encode. */
    private BufferedImage canvas() {
        if (look.background() == Background.WHITE) {
            return new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_3BYTE_BGR);
        }
        int[] palette = IntStream.concat(
                        IntStream.of(0),
                        IntStream.of(
                                primary.getRGB(),
                                secondary.getRGB(),
                                GLASS.getRGB(),
                                TIRE.getRGB(),
                                RIM.getRGB(),
                                LABEL.getRGB(),
                                PLAIN.getRGB()))
                .toArray();
        IndexColorModel model =
                new IndexColorModel(4, palette.length, palette, 0, true, TRANSPARENT_INDEX, DataBuffer.TYPE_BYTE);
        return new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_BYTE_BINARY, model);
    }

    private void vehicle(Graphics2D graphics) {
        Silhouette silhouette = Silhouette.named(look.drawing());
        graphics.setColor(primary);
        graphics.fill(silhouette.body());
        if (!secondary.equals(primary)) {
            graphics.setColor(secondary);
            graphics.setClip(new Rectangle2D.Double(0, 0, 100, 43));
            graphics.fill(silhouette.body());
            graphics.setClip(null);
        }
        graphics.setColor(GLASS);
        graphics.fill(silhouette.glass());
        silhouette.wheels().forEach(wheel -> {
            graphics.setColor(TIRE);
            graphics.fill(wheel);
            graphics.setColor(RIM);
            graphics.fill(new Ellipse2D.Double(
                    wheel.getX() + wheel.getWidth() / 4,
                    wheel.getY() + wheel.getHeight() / 4,
                    wheel.getWidth() / 2,
                    wheel.getHeight() / 2));
        });
    }

    private void label(Graphics2D graphics) {
        graphics.setColor(LABEL);
        for (int at = 0; at < look.shot().code().length(); at++) {
            int lit = SEGMENTS[look.shot().code().charAt(at) - '0'];
            double x = 4 + 7.0 * at;
            bar(graphics, lit, 6, x, 5, 5, 1.4);
            bar(graphics, lit, 5, x, 5, 1, 6);
            bar(graphics, lit, 4, x + 4, 5, 1, 6);
            bar(graphics, lit, 3, x, 10, 5, 1.4);
            bar(graphics, lit, 2, x, 10, 1, 6);
            bar(graphics, lit, 1, x + 4, 10, 1, 6);
            bar(graphics, lit, 0, x, 15, 5, 1.4);
        }
    }

    private static void bar(Graphics2D graphics, int lit, int bit, double x, double y, double width, double height) {
        if ((lit >> bit & 1) == 1) {
            graphics.fill(new Rectangle2D.Double(x, y, width, height));
        }
    }

    private static Color color(String rgb) {
        return new Color(Integer.parseInt(rgb, 16));
    }
}
