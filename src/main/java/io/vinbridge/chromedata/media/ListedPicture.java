package io.vinbridge.chromedata.media;

/**
 * A picture as the Media Gallery lists it. {@code width} and {@code height} are pixels; colour codes are option codes
 * of the style's exterior colours, {@code rgb} six hexadecimal digits; the second colour is there for two-tone only,
 * and both are null for a view in no particular colour.
 *
 * @param address signed, bound to the account and changed with every listing: to be fetched from, never to be shown
 */
public record ListedPicture(
        String address,
        String shot,
        Integer width,
        Integer height,
        String background,
        String primaryColor,
        String primaryRgb,
        String secondaryColor,
        String secondaryRgb) {

    @Override
    public String toString() {
        return "ListedPicture[" + shot + ", " + width + "x" + height + ", " + background + ", " + primaryColor + "]";
    }
}
