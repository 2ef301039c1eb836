package io.vinbridge.sandbox.media.studio;

/** Outer side of a wheel: the tire's, and a rim with five spokes. The parts are a {@link Tread}'s. */
record Rim(double axle, double across, int side, double radius) implements Surface {

    private static final int SPOKES = 5;

    @Override
    public int strips() {
        return 60;
    }

    @Override
    public int steps() {
        return 10;
    }

    @Override
    public Point at(double u, double v) {
        double angle = 2 * Math.PI * u;
        double sunk = v < .66 ? .035 * (1 - v) : 0;
        return new Point(
                axle + radius * v * Math.cos(angle), across - side * sunk, radius + radius * v * Math.sin(angle));
    }

    @Override
    public Material material(double u, double v, Point point, double ahead) {
        if (v > .7) {
            return Material.TIRE;
        }
        double fromSpoke = Math.abs(u * SPOKES % 1 - .5);
        return v > .63 || v < .14 || fromSpoke < .16 + .1 * (1 - v) ? Material.RIM : Material.TIRE;
    }
}
