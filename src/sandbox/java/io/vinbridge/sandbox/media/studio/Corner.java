package io.vinbridge.sandbox.media.studio;

/** Corner of a triangle, or a place in one: where it is on its surface, in space and in the picture. */
record Corner(double u, double v, Point point, Point normal, Point seen) {

    private static final double NEAR = 1e-3;

    static Corner of(Surface surface, double u, double v, Camera camera) {
        Point point = surface.at(u, v);
        Point along = surface.at(Math.min(1, u + NEAR), v).minus(surface.at(Math.max(0, u - NEAR), v));
        Point around = surface.at(u, Math.min(1, v + NEAR)).minus(surface.at(u, Math.max(0, v - NEAR)));
        Point normal = along.cross(around);
        // Where a surface ends in a point, it looks ahead or back.
        boolean tip = normal.length() < 1e-9;
        return new Corner(u, v, point, tip ? new Point(u < .5 ? -1 : 1, 0, 0) : normal.unit(), camera.seen(point));
    }

    /** The place between three with such shares of each; where it is seen, is known. */
    static Corner between(Corner a, double ofA, Corner b, double ofB, Corner c, double ofC) {
        return new Corner(
                ofA * a.u + ofB * b.u + ofC * c.u,
                ofA * a.v + ofB * b.v + ofC * c.v,
                mean(a.point, ofA, b.point, ofB, c.point, ofC),
                mean(a.normal, ofA, b.normal, ofB, c.normal, ofC),
                null);
    }

    private static Point mean(Point a, double ofA, Point b, double ofB, Point c, double ofC) {
        return new Point(
                ofA * a.x() + ofB * b.x() + ofC * c.x(),
                ofA * a.y() + ofB * b.y() + ofC * c.y(),
                ofA * a.z() + ofB * b.z() + ofC * c.z());
    }
}
