package io.vinbridge.gallery.mirror;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * File of a picture, as far as its own structure says what it is and whether it is whole. What follows its end is no
 * part of it: phones put a film or a second image there, cameras a trailer.
 *
 * @param format as readers of pictures are named
 * @param whole whether its end is there, and it is one picture as browsers show them
 */
record PictureFile(String format, boolean whole) {

    /** Start of a lossless frame, which no browser shows, and of which a reader keeps every pixel. */
    private static final int LOSSLESS_FRAME = 0xc3;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int RIFF_HEADER = 12;
    private static final int ANIMATED = 0x02;

    /** Empty where it is of none of the formats that browsers show. */
    static Optional<PictureFile> of(byte[] bytes) {
        if (starts(bytes, 0xff, 0xd8, 0xff)) {
            return Optional.of(new PictureFile("jpeg", jpegEnds(bytes)));
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(new PictureFile("png", pngEnds(bytes)));
        }
        if (starts(bytes, 'R', 'I', 'F', 'F') && text(bytes, 8).equals("WEBP")) {
            return Optional.of(new PictureFile("webp", webpIsOnePicture(bytes)));
        }
        return Optional.empty();
    }

    /**
     * Segments have a length; what is scanned goes on to the next marker that is none of its own (ITU-T T.81, B.1.1).
     */
    private static boolean jpegEnds(byte[] bytes) {
        int at = 2;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || marker == LOSSLESS_FRAME) {
                return false;
            }
            if (marker == END_OF_IMAGE) {
                return true;
            }
            if (marker == 0xff) {
                at++;
            } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
            } else if (at + 3 >= bytes.length) {
                return false;
            } else {
                at += 2 + (((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff));
                at = marker == START_OF_SCAN ? afterScan(bytes, at) : at;
            }
        }
        return false;
    }

    private static int afterScan(byte[] bytes, int from) {
        int at = from;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xff;
            boolean marker = (bytes[at] & 0xff) == 0xff && next != 0 && next != 0xff && !(next >= 0xd0 && next <= 0xd7);
            if (marker) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean pngEnds(byte[] bytes) {
        long at = 8;
        while (at + 12 <= bytes.length) {
            if (text(bytes, (int) at + 4).equals("IEND")) {
                return true;
            }
            at += 12 + bigEndian(bytes, (int) at);
        }
        return false;
    }

    /**
     * The frame must be of the size that the header says: a decoder makes room for the frame, whatever the header says.
     * An animation is no picture of a vehicle.
     */
    private static boolean webpIsOnePicture(byte[] bytes) {
        long end = 8 + littleEndian(bytes, 4);
        if (end > bytes.length) {
            return false;
        }
        long canvas = -1;
        long frame = -1;
        long at = RIFF_HEADER;
        while (at + 8 <= end) {
            int data = (int) at + 8;
            long length = littleEndian(bytes, (int) at + 4);
            if (data + length > end) {
                return false;
            }
            switch (text(bytes, (int) at)) {
                case "VP8X" -> {
                    if (length < 10 || (bytes[data] & ANIMATED) != 0) {
                        return false;
                    }
                    canvas = size(1 + threeBytes(bytes, data + 4), 1 + threeBytes(bytes, data + 7));
                }
                case "VP8 " ->
                    frame = length < 10
                            ? -1
                            : size(twoBytes(bytes, data + 6) & 0x3fff, twoBytes(bytes, data + 8) & 0x3fff);
                case "VP8L" -> frame = length < 5 ? -1 : lossless(littleEndian(bytes, data + 1));
                default -> {}
            }
            at = data + length + (length & 1);
        }
        return frame >= 0 && (canvas < 0 || canvas == frame);
    }

    private static long lossless(long bits) {
        return size((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
    }

    private static long size(int width, int height) {
        return (long) width << 32 | height;
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int at) {
        return at + 4 > bytes.length ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    private static int threeBytes(byte[] bytes, int at) {
        return twoBytes(bytes, at) | (bytes[at + 2] & 0xff) << 16;
    }

    private static long littleEndian(byte[] bytes, int at) {
        return twoBytes(bytes, at) | ((long) twoBytes(bytes, at + 2) << 16);
    }

    private static long bigEndian(byte[] bytes, int at) {
        return ((bytes[at] & 0xffL) << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }
}
