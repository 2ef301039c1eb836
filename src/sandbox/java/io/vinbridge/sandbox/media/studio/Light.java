package io.vinbridge.sandbox.media.studio;

/**
 * Light that a point sends to the camera: of its own colour, and mirrored of sky and lamp.
 *
 * @param own share of the colour
 * @param mirrored white that comes to it
 */
record Light(double own, double mirrored) {

    private static final Point LAMP = new Point(-.35, -.62, .7).unit();
    private static final double HORIZON = .16;

    /** Of a point whose surface looks that way, as the camera sees it. */
    static Light of(Material material, Point normal) {
        Point towards = normal.y() > 0 ? new Point(-normal.x(), -normal.y(), -normal.z()) : normal;
        double facing = -towards.y();
        double mirrorX = 2 * facing * towards.x();
        double mirrorY = 1 - 2 * facing * facing;
        double mirrorZ = 2 * facing * towards.z();
        double diffuse = Math.max(0, towards.x() * LAMP.x() + towards.y() * LAMP.y() + towards.z() * LAMP.z());
        double glint = Math.pow(Math.max(0, mirrorX * LAMP.x() + mirrorY * LAMP.y() + mirrorZ * LAMP.z()), 60);
        double grazing = .1 + .75 * Math.pow(1 - facing, 4);
        double mirrored = material.gloss * .75 * (grazing * sky(mirrorZ) + glint);
        return new Light(material.shadow + material.lit * diffuse, mirrored);
    }

    /** Brightness of a studio that way up: a dark floor, a horizon, and a lit ceiling. */
    private static double sky(double up) {
        if (up > .02) {
            return .55 + .45 * Math.min(1, up * 1.4);
        }
        return up < -.08 ? HORIZON : HORIZON + (.55 - HORIZON) * (up + .08) / .1;
    }
}
