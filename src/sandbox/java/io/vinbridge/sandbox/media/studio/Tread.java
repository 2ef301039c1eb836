package io.vinbridge.sandbox.media.studio;

/**
 * Tread of a tire.
 *
 * @param axle how far behind the nose
 * @param across how far from the middle its outer edge is
 * @param side 1 or -1
 */
record Tread(double axle, double across, int side, double radius) implements Surface {

    private static final double THICK = .24;

    @Override
    public int strips() {
        return 40;
    }

    @Override
    public int steps() {
        return 6;
    }

    @Override
    public Point at(double u, double v) {
        double rounded = radius - .03 * Math.pow(Math.abs(2 * v - 1), 6);
        double angle = 2 * Math.PI * u;
        return new Point(
                axle + rounded * Math.cos(angle), across - side * THICK * v, radius + rounded * Math.sin(angle));
    }

    @Override
    public Material material(double u, double v, Point point, double ahead) {
        return Material.TIRE;
    }
}
