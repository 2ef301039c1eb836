package io.vinbridge.ops.routes.revisions;

import java.util.Locale;

/**
 * Edit of a file, as requested.
 *
 * @param text null to take it away
 * @param author who wants it
 * @param note why; null where nothing was said
 * @param replaces the revision of the file that it was made upon, 0 where there was none; null where that does not
 *     matter
 */
public record RouteEdit(String file, String text, Origin origin, String author, String note, Integer replaces) {

    public RouteEdit(String file, String text, Origin origin, String author, String note) {
        this(file, text, origin, author, note, null);
    }

    /** Origin of an edit. */
    public enum Origin {
        SHIPPED,
        FOLDER,
        API,
        ROLLBACK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
