package io.vinbridge.gallery.mirror;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * Color profile that a PNG brings along, such as Display P3's. The platform's reader of PNG takes every picture for
 * sRGB; those of JPEG and WebP convert by themselves.
 */
record PngProfile(ICC_Profile profile) {

    private static final int FIRST_BYTE = 0x89;
    private static final int SIGNATURE = 8;
    private static final int AROUND_CONTENT = 12;

    /** More than any profile of a screen or a camera has, so that few bytes cannot unpack to many. */
    private static final int LARGEST = 1 << 20;

    private static final int RGB = 3;

    /**
     * Empty where it is no PNG, or has none, or none for red, green and blue: then it is taken for sRGB, as by
     * browsers.
     */
    static Optional<PngProfile> of(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png);
        int at = png.length > 0 && (png[0] & 0xff) == FIRST_BYTE ? SIGNATURE : png.length;
        while (at + AROUND_CONTENT <= png.length) {
            int length = file.getInt(at);
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > png.length - at - AROUND_CONTENT || type.equals("IDAT")) {
                return Optional.empty();
            }
            if (type.equals("iCCP")) {
                return unpacked(png, at + 8, length).map(PngProfile::new);
            }
            at += AROUND_CONTENT + length;
        }
        return Optional.empty();
    }

    /** A name, a zero, the method of packing, and the profile in zlib's format. */
    private static Optional<ICC_Profile> unpacked(byte[] png, int from, int length) {
        int end = from + length;
        int zero = from;
        while (zero < end && png[zero] != 0) {
            zero++;
        }
        if (zero + 2 >= end) {
            return Optional.empty();
        }
        try (InputStream profile = new InflaterInputStream(new ByteArrayInputStream(png, zero + 2, end - zero - 2))) {
            ICC_Profile read = ICC_Profile.getInstance(profile.readNBytes(LARGEST));
            return read.getNumComponents() == RGB ? Optional.of(read) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Converts the pixels to sRGB where they stand, line by line. Palettes are left as they are. */
    void convert(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel || model.getNumColorComponents() != RGB) {
            return;
        }
        ColorConvertOp conversion =
                new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
        int width = image.getWidth();
        WritableRaster theirs = Raster.createInterleavedRaster(0, width, 1, RGB, null);
        WritableRaster ours = Raster.createInterleavedRaster(0, width, 1, RGB, null);
        int[] pixels = new int[width];
        int[] bands = new int[width * RGB];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, pixels, 0, width);
            for (int i = 0; i < bands.length; i++) {
                bands[i] = pixels[i / RGB] >> (16 - 8 * (i % RGB)) & 0xff;
            }
            theirs.setPixels(0, 0, width, 1, bands);
            conversion.filter(theirs, ours);
            ours.getPixels(0, 0, width, 1, bands);
            for (int x = 0; x < width; x++) {
                int color = bands[RGB * x] << 16 | bands[RGB * x + 1] << 8 | bands[RGB * x + 2];
                pixels[x] = (pixels[x] & 0xff000000) | color;
            }
            image.setRGB(0, y, width, 1, pixels, 0, width);
        }
    }
}
