package io.vinbridge.sandbox.media.studio;

import java.util.Arrays;

/**
 * Car as a camera took it, before its paint is known: for each pixel the material, and the light of its own colour and
 * of what it mirrors, so that one exposure serves all colours.
 */
final class Exposure {

    static final byte NOTHING = -1;

    final Camera camera;
    final CarBody body;
    final byte[] materials;
    final byte[] own;
    final byte[] mirrored;

    private Exposure(Camera camera, CarBody body) {
        int pixels = camera.width() * camera.height();
        this.camera = camera;
        this.body = body;
        this.materials = new byte[pixels];
        this.own = new byte[pixels];
        this.mirrored = new byte[pixels];
        Arrays.fill(materials, NOTHING);
    }

    /** Takes a car that points some way, see {@link Camera#of}. */
    static Exposure of(CarBody body, int heading, int width, int height) {
        Exposure exposure = new Exposure(Camera.of(body, heading, width, height), body);
        float[] depth = new float[exposure.materials.length];
        Arrays.fill(depth, Float.MAX_VALUE);
        body.surfaces().forEach(surface -> exposure.take(surface, depth));
        return exposure;
    }

    int bytes() {
        return 3 * materials.length;
    }

    private void take(Surface surface, float[] depth) {
        Corner[][] corners = new Corner[surface.strips() + 1][surface.steps() + 1];
        for (int i = 0; i < corners.length; i++) {
            for (int j = 0; j < corners[i].length; j++) {
                double u = (double) i / surface.strips();
                double v = (double) j / surface.steps();
                corners[i][j] = Corner.of(surface, u, v, camera);
            }
        }
        for (int i = 0; i + 1 < corners.length; i++) {
            for (int j = 0; j + 1 < corners[i].length; j++) {
                take(surface, depth, corners[i][j], corners[i + 1][j], corners[i + 1][j + 1]);
                take(surface, depth, corners[i][j], corners[i + 1][j + 1], corners[i][j + 1]);
            }
        }
    }

    private void take(Surface surface, float[] depth, Corner a, Corner b, Corner c) {
        Point first = a.seen();
        Point second = b.seen();
        Point third = c.seen();
        double area =
                (second.x() - first.x()) * (third.y() - first.y()) - (second.y() - first.y()) * (third.x() - first.x());
        int left = (int) Math.max(0, Math.min(first.x(), Math.min(second.x(), third.x())));
        int right = (int) Math.min(camera.width() - 1, Math.max(first.x(), Math.max(second.x(), third.x())));
        int top = (int) Math.max(0, Math.min(first.y(), Math.min(second.y(), third.y())));
        int bottom = (int) Math.min(camera.height() - 1, Math.max(first.y(), Math.max(second.y(), third.y())));
        if (Math.abs(area) < 1e-9) {
            return;
        }
        Share shareOfA = Share.of(second, third, area);
        Share shareOfB = Share.of(third, first, area);
        for (int y = top; y <= bottom; y++) {
            double rowOfA = shareOfA.at(y + .5);
            double rowOfB = shareOfB.at(y + .5);
            for (int x = left; x <= right; x++) {
                double ofA = rowOfA + shareOfA.right * (x + .5);
                double ofB = rowOfB + shareOfB.right * (x + .5);
                double ofC = 1 - ofA - ofB;
                float away = (float) (ofA * first.z() + ofB * second.z() + ofC * third.z());
                int pixel = y * camera.width() + x;
                if (ofA >= -1e-6 && ofB >= -1e-6 && ofC >= -1e-6 && away < depth[pixel]) {
                    depth[pixel] = away;
                    put(surface, pixel, Corner.between(a, ofA, b, ofB, c, ofC));
                }
            }
        }
    }

    /** Share of a triangle's corner in a pixel: it grows evenly to the right and down from what it is at the origin. */
    private record Share(double origin, double right, double down) {

        /** Of the corner opposite to the side between two others. */
        static Share of(Point one, Point other, double area) {
            return new Share(
                    (one.x() * other.y() - one.y() * other.x()) / area,
                    (one.y() - other.y()) / area,
                    (other.x() - one.x()) / area);
        }

        double at(double y) {
            return origin + down * y;
        }
    }

    @SuppressWarnings("EnumOrdinal") // one byte a pixel
    private void put(Surface surface, int pixel, Corner corner) {
        Material material = surface.material(
                corner.u(), corner.v(), corner.point(), corner.normal().x());
        Light light = Light.of(material, camera.turned(corner.normal()).unit());
        materials[pixel] = (byte) material.ordinal();
        own[pixel] = level(light.own() / 1.2);
        mirrored[pixel] = level(light.mirrored());
    }

    private static byte level(double share) {
        return (byte) Math.min(255, Math.round(share * 255));
    }
}
