package io.vinbridge.gallery.listing;

/**
 * A picture of a style.
 *
 * @param url where this service serves it; null until it is mirrored
 * @param shot the vendor's shot code, two digits, such as {@code 01} for the front three-quarter view facing left
 * @param width pixels
 * @param height pixels
 * @param background such as {@code White} or {@code Transparent}
 * @param color the option code of the exterior colour it shows; null for a view in no particular colour
 * @param rgb that colour, six hexadecimal digits
 * @param secondaryColor the second colour's option code, for two-tone only
 */
public record Picture(
        String url,
        String shot,
        Integer width,
        Integer height,
        String background,
        String color,
        String rgb,
        String secondaryColor,
        String secondaryRgb) {

    /** The same once it is mirrored. */
    public Picture at(String address) {
        return new Picture(address, shot, width, height, background, color, rgb, secondaryColor, secondaryRgb);
    }
}
