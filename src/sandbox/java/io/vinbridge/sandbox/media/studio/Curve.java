package io.vinbridge.sandbox.media.studio;

import java.util.List;

/** Smooth line through points, which never overshoots them (monotone cubic interpolation). */
final class Curve {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /** Through points {@code x,y}, from left to right, in metres. */
    Curve(List<String> points) {
        int count = points.size();
        x = new double[count];
        y = new double[count];
        slope = new double[count];
        for (int i = 0; i < count; i++) {
            int comma = points.get(i).indexOf(',');
            x[i] = Double.parseDouble(points.get(i).substring(0, comma));
            y[i] = Double.parseDouble(points.get(i).substring(comma + 1));
        }
        slope[0] = secant(0);
        slope[count - 1] = secant(count - 2);
        for (int i = 1; i + 1 < count; i++) {
            double before = secant(i - 1);
            double after = secant(i);
            slope[i] = before * after <= 0 ? 0 : 2 / (1 / before + 1 / after);
        }
    }

    double from() {
        return x[0];
    }

    double to() {
        return x[x.length - 1];
    }

    /** Its height there; before the first point and behind the last one, theirs. */
    double at(double place) {
        if (place <= from()) {
            return y[0];
        }
        if (place >= to()) {
            return y[y.length - 1];
        }
        int i = 0;
        while (place > x[i + 1]) {
            i++;
        }
        double width = x[i + 1] - x[i];
        double t = (place - x[i]) / width;
        double rest = 1 - t;
        return (1 + 2 * t) * rest * rest * y[i]
                + t * rest * rest * width * slope[i]
                + t * t * (3 - 2 * t) * y[i + 1]
                - t * t * rest * width * slope[i + 1];
    }

    double highest() {
        double highest = y[0];
        for (double height : y) {
            highest = Math.max(highest, height);
        }
        return highest;
    }

    private double secant(int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }
}
