package io.vinbridge.gallery.listing;

import io.vinbridge.chromedata.media.ListedPicture;
import java.util.regex.Pattern;

/**
 * Stable name of a picture whose address may change: the name of its file, which styles of one vehicle share, or, if
 * the address does not end in a name as the Media Gallery gives them, the style and the shot.
 */
public final class PictureName {

    private static final Pattern FILE = Pattern.compile("(?:cc_)?\\d{4}[A-Z]{3}\\d{6}_[A-Za-z0-9_-]+\\.(?:jpe?g|png)");

    private PictureName() {}

    public static String of(int styleId, ListedPicture listed) {
        String path = before('#', before('?', listed.address()));
        String file = path.substring(path.lastIndexOf('/') + 1);
        return FILE.matcher(file).matches()
                ? file
                : String.join(
                        "-",
                        Integer.toString(styleId),
                        String.valueOf(listed.shot()),
                        listed.width() + "x" + listed.height(),
                        String.valueOf(listed.background()),
                        String.valueOf(listed.primaryColor()),
                        String.valueOf(listed.secondaryColor()));
    }

    private static String before(char mark, String address) {
        int end = address.indexOf(mark);
        return end < 0 ? address : address.substring(0, end);
    }
}
