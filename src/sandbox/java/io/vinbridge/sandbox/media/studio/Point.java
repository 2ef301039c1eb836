package io.vinbridge.sandbox.media.studio;

/** Point or direction in space: along the car from its nose, across it, and up, in metres. */
record Point(double x, double y, double z) {

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y, z - other.z);
    }

    Point cross(Point other) {
        return new Point(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    Point unit() {
        double length = length();
        return new Point(x / length, y / length, z / length);
    }
}
