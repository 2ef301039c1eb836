package io.vinbridge.gallery.listing;

/**
 * A picture of a style.
 *
 * @param url where this service serves it; null until it is mirrored
 * @param placeholder ThumbHash of it in Base64, a blurred likeness to be shown until it has come; null until it is
 *     mirrored, and kept where the copy is damaged and is fetched again
 * @param shot the vendor's shot code, two digits, such as {@code 01} for the front three-quarter view facing left, or
 *     {@link #STOCK}
 * @param width pixels
 * @param height pixels
 * @param background such as {@code White} or {@code Transparent}
 * @param color the option code of the exterior colour it shows; null for a view in no particular colour
 * @param rgb that colour, six hexadecimal digits
 * @param secondaryColor the second colour's option code, for two-tone only
 */
public record Picture(
        String url,
        String placeholder,
        String shot,
        Integer width,
        Integer height,
        String background,
        String color,
        String rgb,
        String secondaryColor,
        String secondaryRgb) {

    /** In place of a shot's code: the stock image of the style, which no gallery lists. */
    public static final String STOCK = "stock";

    /** A stock image before it is mirrored; each may be null. */
    public static Picture stock(Integer width, Integer height) {
        return new Picture(null, null, STOCK, width, height, null, null, null, null, null);
    }

    /** The same at another address; null for none. */
    public Picture at(String address) {
        return mirrored(address, placeholder);
    }

    /** The same once it is mirrored; {@code address} is null while its copy is damaged. */
    public Picture mirrored(String address, String likeness) {
        return new Picture(
                address, likeness, shot, width, height, background, color, rgb, secondaryColor, secondaryRgb);
    }
}
