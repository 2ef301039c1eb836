package io.vinbridge.sandbox.ads.sections;

import java.util.Optional;

/**
 * Licence of the account for pictures within descriptions. A request that does not say what it wants gets all that it
 * may.
 */
public enum GalleryLicence {
    NONE(false, false),
    MULTI_VIEW(true, false),
    COLOR_MATCH(false, true),
    BOTH(true, true);

    private final boolean views;
    private final boolean colored;

    GalleryLicence(boolean views, boolean colored) {
        this.views = views;
        this.colored = colored;
    }

    boolean views(Optional<String> asked) {
        return views && asked.map(kind -> !kind.equals("ColorMatch")).orElse(true);
    }

    boolean colored(Optional<String> asked) {
        return colored && asked.map(kind -> !kind.equals("Multi-View")).orElse(true);
    }
}
