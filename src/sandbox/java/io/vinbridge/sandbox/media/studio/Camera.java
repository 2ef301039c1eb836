package io.vinbridge.sandbox.media.studio;

/**
 * Position from which a car is seen: at a distance, a little from above.
 *
 * @param middle of the car, which is in the middle of the picture
 * @param scale pixels of a metre at a metre's distance
 */
record Camera(Point middle, double cos, double sin, int width, int height, double scale) {

    private static final double DISTANCE = 11;
    private static final double PITCH = Math.toRadians(7);
    private static final double PITCH_COS = Math.cos(PITCH);
    private static final double PITCH_SIN = Math.sin(PITCH);

    /**
     * One that sees a car pointing some way.
     *
     * @param heading in degrees: 180 to the left, 270 towards the camera
     */
    static Camera of(CarBody body, int heading, int width, int height) {
        double turned = Math.toRadians(heading - 180);
        double span = body.length() * (Math.abs(Math.cos(turned)) < .2 ? .72 : 1.06);
        return new Camera(
                new Point(body.length() / 2, 0, .72),
                Math.cos(turned),
                Math.sin(turned),
                width,
                height,
                width * .86 / span * DISTANCE);
    }

    /** A direction as the camera sees it: right, away, up. */
    Point turned(Point direction) {
        double x = direction.x() * cos - direction.y() * sin;
        double away = direction.x() * sin + direction.y() * cos;
        return new Point(x, away * PITCH_COS - direction.z() * PITCH_SIN, direction.z() * PITCH_COS + away * PITCH_SIN);
    }

    /** A point in the picture: pixels from the left and the top, and how far away it is. */
    Point seen(Point point) {
        Point turned = turned(point.minus(middle));
        double distance = DISTANCE + turned.y();
        return new Point(
                width / 2.0 + scale * turned.x() / distance, height * .52 - scale * turned.z() / distance, distance);
    }
}
