package io.vinbridge.sandbox.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture by its file name: {@code 2024FOS090035_2100_01.jpg}, or in a color {@code cc_2018FOT110002_01_640_YZ.png},
 * where the shot is left out for the side view (ChromeData on the wire, 2.5). Two-tone ones have two color codes. The
 * color is empty for a plain view.
 */
record PictureFile(ImageId image, Shot shot, int width, Background background, String color) {

    private static final String SIDE = "03";
    private static final Pattern VIEW = Pattern.compile("(\\d{4}[A-Z]{3}\\d{6})_(\\d{3,4})_(\\d\\d)\\.(jpg|png)");
    private static final Pattern COLORED = Pattern.compile(
            "cc_(\\d{4}[A-Z]{3}\\d{6})_(?:(\\d\\d)_)?(\\d{3,4})_([A-Z0-9]+(?:-[A-Z0-9]+)?)\\.(jpg|png)");

    /** Reads a name back, if it is one that a picture may have. */
    static Optional<PictureFile> read(String name) {
        Matcher view = VIEW.matcher(name);
        if (view.matches()) {
            return of(view.group(1), view.group(3), view.group(2), view.group(4), "");
        }
        Matcher colored = COLORED.matcher(name);
        if (colored.matches()) {
            String shot = colored.group(2) == null ? SIDE : colored.group(2);
            return of(colored.group(1), shot, colored.group(3), colored.group(5), colored.group(4));
        }
        return Optional.empty();
    }

    String name() {
        String extension = "." + background.extension();
        if (color.isEmpty()) {
            return image.name() + "_" + width + "_" + shot.code() + extension;
        }
        String withShot = shot.code().equals(SIDE) ? "" : "_" + shot.code();
        return "cc_" + image.name() + withShot + "_" + width + "_" + color + extension;
    }

    int height() {
        return width * 3 / 4;
    }

    private static Optional<PictureFile> of(String image, String shot, String width, String extension, String color) {
        return ImageId.read(image).flatMap(id -> Shot.coded(shot)
                .map(angle ->
                        new PictureFile(id, angle, Integer.parseInt(width), Background.ofExtension(extension), color)));
    }
}
