package io.vinbridge.sandbox.media.studio;

/**
 * Part of a body below the windows: rounded cross sections, from the floor's middle over one side, the hood or deck,
 * and down again.
 */
record LowerBody(CarBody body) implements Surface {

    private static final int STRIPS = 110;
    private static final int ROUNDED = 3;

    @Override
    public int strips() {
        return STRIPS;
    }

    @Override
    public int steps() {
        return 52;
    }

    @Override
    public Point at(double u, double v) {
        double bent = (Math.cos(Math.PI * .08) - Math.cos(Math.PI * (.08 + .84 * u))) / (2 * Math.cos(Math.PI * .08));
        double x = bent * body.length();
        double edge = Math.min(u, 1 - u) * STRIPS / ROUNDED;
        double cap = edge < 1 ? Math.sqrt(1 - (1 - edge) * (1 - edge)) : 1;
        double floor = body.floor(x);
        double half = (body.shoulder().at(x) - floor) / 2;
        double across = Math.sin(2 * Math.PI * v);
        double up = -Math.cos(2 * Math.PI * v);
        double z = Math.signum(up) * Math.pow(Math.abs(up), .42);
        double y = Math.signum(across) * Math.pow(Math.abs(across), .34);
        double bulge = 1 + .035 * (1 - z * z) + (z < 0 ? .05 * z : -.10 * z * z);
        double crown = z > .9 ? .03 * (1 - y * y) : 0;
        return new Point(
                x + (u < .5 ? 1 : -1) * (1 - cap) * .03,
                y * body.halfWidth(x) * bulge * cap,
                floor + half + z * half * cap + crown);
    }

    @Override
    public Material material(double u, double v, Point point, double ahead) {
        double x = point.x();
        double z = point.z();
        double side = 2 * Math.abs(point.y()) / body.width();
        double below = body.shoulder().at(x) - z;
        if (side > .5 && (near(body.frontAxle(), x, z) || near(body.rearAxle(), x, z))) {
            return Material.TIRE;
        }
        if (z < body.clearance() + .1) {
            return Material.TRIM;
        }
        if (x < body.length() * .07) {
            return nose(side, z, below);
        }
        if (x > body.length() * .94) {
            return tail(side, z, below);
        }
        if (body.open() && x > body.roof().to() + .05 && below < .03 && side < .86) {
            return Material.TRIM;
        }
        return seam(x, z, below, side) ? Material.SEAM : Material.BODY;
    }

    private boolean near(double axle, double x, double z) {
        return Math.hypot(x - axle, z - body.wheel()) < body.wheel() * 1.16;
    }

    private static Material nose(double side, double z, double below) {
        if (side > .5 && below > .09 && below < .2) {
            return Material.HEADLIGHT;
        }
        boolean grille = side < .42 && z > .42 && below > .1;
        boolean intake = side < .75 && z < .36;
        return grille || intake ? Material.TRIM : Material.BODY;
    }

    private static Material tail(double side, double z, double below) {
        if (side > .42 && below > .1 && below < .26) {
            return Material.TAILLIGHT;
        }
        if (side < .22 && z > .55 && z < .68) {
            return Material.PLATE;
        }
        return side < .85 && z < .4 ? Material.TRIM : Material.BODY;
    }

    /** Doors end below the pillars; the first one begins behind the wheel. */
    private boolean seam(double x, double z, double below, double side) {
        if (side < .6 || below < .01 || z < body.clearance() + .12) {
            return false;
        }
        double first = body.frontAxle() + body.wheel() * 1.16 + .12;
        return Math.abs(x - first) < .007 || body.pillars().stream().anyMatch(pillar -> Math.abs(x - pillar) < .007);
    }
}
