package io.vinbridge.sandbox.media.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Interior as from the rear seats, of which a picture shows a part; in hundredths of its width and three quarters of
 * them down.
 */
public final class Interior {

    private static final Color DARK = new Color(0x1D1F23);
    private static final Color SOFT = new Color(0x3A3D43);
    private static final Color METAL = new Color(0xA9AEB5);
    private static final Color SCREEN = new Color(0x0E2A47);
    private static final Color LEATHER = new Color(0x5B4A3C);
    private static final Color LEATHER_LIT = new Color(0x8A7058);

    private final Graphics2D graphics;

    private Interior(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The part whose left upper corner and width are given. */
    public static BufferedImage part(double left, double top, double wide, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(width / wide, width / wide);
        graphics.translate(-left, -top);
        new Interior(graphics).draw();
        graphics.dispose();
        return image;
    }

    private void draw() {
        fill(new Rectangle2D.Double(0, 0, 100, 100), 0, new Color(0xDDE6EE), 34, new Color(0xAEBAC6));
        Path2D dash = new Path2D.Double();
        dash.moveTo(-5, 34);
        dash.curveTo(20, 27, 36, 30, 50, 31);
        dash.curveTo(66, 30, 84, 27, 105, 34);
        dash.lineTo(105, 100);
        dash.lineTo(-5, 100);
        dash.closePath();
        fill(dash, 28, SOFT, 62, DARK);
        fill(new RoundRectangle2D.Double(-5, 45, 110, 5, 4, 4), 45, METAL, 50, SOFT);
        for (double vent : new double[] {6, 36, 60, 88}) {
            fill(new RoundRectangle2D.Double(vent - 4, 38, 9, 5, 2, 2), 38, DARK, 43, Color.BLACK);
        }
        fill(new RoundRectangle2D.Double(43, 36, 15, 9.5, 1.6, 1.6), 36, SCREEN, 46, new Color(0x3E7FB5));
        graphics.setColor(new Color(0xCFE6F7));
        graphics.setStroke(new BasicStroke(.35f));
        graphics.draw(new Arc2D.Double(45, 38, 8, 9, 20, 120, Arc2D.OPEN));
        fill(new RoundRectangle2D.Double(43, 50, 15, 40, 5, 5), 50, SOFT, 90, DARK);
        fill(new Ellipse2D.Double(47.5, 55, 5.5, 7), 55, METAL, 62, DARK);
        gauges();
        wheel();
        seat(-2);
        seat(66);
    }

    private void gauges() {
        for (double x : new double[] {16, 26}) {
            fill(new Ellipse2D.Double(x, 33, 8, 8), 33, Color.BLACK, 41, SOFT);
            graphics.setColor(METAL);
            graphics.setStroke(new BasicStroke(.4f));
            graphics.draw(new Arc2D.Double(x + 1, 34, 6, 6, -40, 220, Arc2D.OPEN));
        }
    }

    private void wheel() {
        graphics.setColor(new Color(0x141518));
        graphics.setStroke(new BasicStroke(2.4f));
        graphics.draw(new Ellipse2D.Double(13, 33, 25, 25));
        fill(new RoundRectangle2D.Double(20, 42, 11, 8, 4, 4), 42, SOFT, 50, DARK);
        graphics.setStroke(new BasicStroke(1.8f));
        graphics.setColor(DARK);
        graphics.draw(new Arc2D.Double(13, 40, 25, 10, 180, 180, Arc2D.OPEN));
    }

    private void seat(double x) {
        fill(new RoundRectangle2D.Double(x, 62, 36, 60, 14, 14), 60, LEATHER_LIT, 92, LEATHER);
        fill(new RoundRectangle2D.Double(x + 9, 52, 18, 13, 7, 7), 52, LEATHER_LIT, 66, LEATHER);
        graphics.setColor(new Color(0, 0, 0, 60));
        graphics.setStroke(new BasicStroke(.5f));
        for (double seam = x + 9; seam < x + 30; seam += 6) {
            graphics.draw(new Arc2D.Double(seam, 66, 1, 50, 90, 180, Arc2D.OPEN));
        }
    }

    private void fill(Shape shape, double from, Color above, double to, Color below) {
        graphics.setPaint(new GradientPaint(0, (float) from, above, 0, (float) to, below));
        graphics.fill(shape);
    }
}
