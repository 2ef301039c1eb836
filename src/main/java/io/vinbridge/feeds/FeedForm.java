package io.vinbridge.feeds;

import java.util.Locale;

/** Form in which a feed is written; the extension of its address says which. */
public enum FeedForm {
    CSV("text/csv; charset=utf-8"),
    XML("application/xml"),
    JSON("application/json");

    private final String type;

    FeedForm(String type) {
        this.type = type;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** As the address ends, without the point. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
