package io.vinbridge.gallery.colors;

import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.awt.Color;
import java.awt.color.ColorSpace;

/** A colour in CIELAB, where distances are what the eye makes of them. */
record Lab(double l, double a, double b) {

    /** The white of the JDK's CIEXYZ, which is relative to D50 (ICC.1). */
    private static final double[] D50 = {0.9642, 1.0, 0.8249};

    private static final ColorSpace XYZ = ColorSpace.getInstance(ColorSpace.CS_CIEXYZ);
    private static final double POW_25_7 = pow(25, 7);

    /** Of six hexadecimal digits in sRGB. */
    static Lab ofRgb(String rgb) {
        float[] xyz = new Color(Integer.parseInt(rgb, 16)).getColorComponents(XYZ, null);
        double x = lightness(xyz[0] / D50[0]);
        double y = lightness(xyz[1] / D50[1]);
        double z = lightness(xyz[2] / D50[2]);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double lightness(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    /** The difference by CIEDE2000; 1 is just seen, 10 seen at a glance. Names are those of the published formula. */
    double distance(Lab other) {
        double meanC = (hypot(a, b) + hypot(other.a, other.b)) / 2;
        double g = (1 - sqrt(pow(meanC, 7) / (pow(meanC, 7) + POW_25_7))) / 2;
        double a1 = a * (1 + g);
        double a2 = other.a * (1 + g);
        double c1 = hypot(a1, b);
        double c2 = hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        boolean gray = c1 * c2 == 0;
        double turn = gray ? 0 : turn(h2 - h1);
        double hue = gray ? h1 + h2 : (h1 + h2 + (abs(h1 - h2) <= 180 ? 0 : h1 + h2 < 360 ? 360 : -360)) / 2;
        double dL = other.l - l;
        double dC = c2 - c1;
        double dH = 2 * sqrt(c1 * c2) * sin(toRadians(turn / 2));
        double fromMiddle = pow((l + other.l) / 2 - 50, 2);
        double c = (c1 + c2) / 2;
        double t = 1
                - 0.17 * cos(toRadians(hue - 30))
                + 0.24 * cos(toRadians(2 * hue))
                + 0.32 * cos(toRadians(3 * hue + 6))
                - 0.20 * cos(toRadians(4 * hue - 63));
        double sL = 1 + 0.015 * fromMiddle / sqrt(20 + fromMiddle);
        double sC = 1 + 0.045 * c;
        double sH = 1 + 0.015 * c * t;
        double rotation =
                -sin(toRadians(60 * exp(-pow((hue - 275) / 25, 2)))) * 2 * sqrt(pow(c, 7) / (pow(c, 7) + POW_25_7));
        return sqrt(pow(dL / sL, 2) + pow(dC / sC, 2) + pow(dH / sH, 2) + rotation * (dC / sC) * (dH / sH));
    }

    private static double hue(double a, double b) {
        double degrees = toDegrees(atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double turn(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
