package io.vinbridge.ops.routes;

import java.util.Locale;

/**
 * What somebody wants done to a file.
 *
 * @param text null to take it away
 * @param author who wants it
 * @param note why; null where nothing was said
 */
record Edit(String file, String text, Origin origin, String author, String note) {

    /** Where an edit came from. */
    enum Origin {
        SHIPPED,
        FOLDER,
        API,
        ROLLBACK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
