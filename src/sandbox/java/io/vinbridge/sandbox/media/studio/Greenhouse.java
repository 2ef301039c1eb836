package io.vinbridge.sandbox.media.studio;

/**
 * Part of a body with the windows, and the roof: its sides lean in, from the line of the doors to the line of the roof.
 */
record Greenhouse(CarBody body, double peak) implements Surface {

    /** How much of a cross section, each way from its middle, is roof. */
    private static final double TOP = .42;

    Greenhouse(CarBody body) {
        this(body, body.roof().highest());
    }

    @Override
    public int strips() {
        return 90;
    }

    @Override
    public int steps() {
        return 40;
    }

    @Override
    public Point at(double u, double v) {
        double x = body.roof().from() + (body.roof().to() - body.roof().from()) * u;
        double base = body.shoulder().at(x) - .04;
        double height = Math.max(0, body.roof().at(x) - base);
        double lean = .17 * Math.min(1, height / .55) * .9;
        double from = Math.abs(2 * v - 1);
        double up = from > TOP ? (1 - from) / (1 - TOP) : 1;
        double flat = Math.pow(from / TOP, 4);
        double z = from > TOP ? up * .93 : .93 + .07 * Math.sqrt(Math.max(0, 1 - flat));
        double wide = from > TOP ? 1 - lean * up : (1 - lean) * from / TOP;
        return new Point(x, Math.signum(2 * v - 1) * body.halfWidth(x) * .93 * wide, base + z * height);
    }

    @Override
    public Material material(double u, double v, Point point, double ahead) {
        double from = Math.abs(2 * v - 1);
        double x = point.x();
        double base = body.shoulder().at(x);
        double top = body.roof().at(x);
        if (from < .4) {
            return top < peak - .05 && Math.abs(ahead) > .22 && point.z() > base + .03 ? Material.GLASS : Material.ROOF;
        }
        double up = from > TOP ? (1 - from) / (1 - TOP) : 1;
        if (top - base < .14 || up < .1 || up > .88) {
            return Material.ROOF;
        }
        if (body.pillars().stream().anyMatch(pillar -> Math.abs(x - pillar) < .03)) {
            return Material.TRIM;
        }
        double level = base + up * (top - base) * .98 + .025;
        return body.roof().at(x - .085) < level || body.roof().at(x + .085) < level ? Material.ROOF : Material.GLASS;
    }
}
